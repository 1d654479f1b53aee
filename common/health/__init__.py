"""Whether the parts of the running system are alive, for containers and for whoever watches."""
