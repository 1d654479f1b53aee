"""Mail: a row in the transaction of the act it tells of, sent later, at least once."""
