"""Files that people send: taken in streams, checked before anything is kept, stripped of what a
picture says about its maker. The web process looks at headers and directories; it unpacks nothing.
"""
