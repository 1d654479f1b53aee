"""The pages that need no account. Every other needs one; a law of the tests reads this list."""

# By the name of the URL. A trailing colon opens a whole namespace.
PUBLIC = {
    "account_login",
    "account_logout",
    "account_inactive",
    "account_reset_password",
    "account_reset_password_done",
    "account_reset_password_from_key",
    "account_reset_password_from_key_done",
    "mfa_authenticate",  # between password and second factor nobody is signed in yet
    "mfa_login_webauthn",
    "accept_invitation",
    "task",  # it asks for its own code
    "desk:calendar",  # its address is the key: a calendar program cannot sign in
    "refer:",  # any professional may refer a case
    "outbox",  # only the demo has it
    "outbox_message",
    "health",
    "health_live",
    "language",
    "help",
    "rule_book",
    "accessibility",
    "privacy",
}

# What somebody may open who has an account but not yet the second factor it needs.
BEFORE_SECOND_FACTOR = {
    "mfa_index",
    "account_logout",
    "still_here",
    "account_reauthenticate",
    "mfa_reauthenticate",
    "mfa_reauthenticate_webauthn",
    "mfa_activate_totp",
    "mfa_add_webauthn",
    "language",
    "help",
    "rule_book",
    "accessibility",
    "privacy",
}


def is_public(view_name: str) -> bool:
    """Whether a page is listed here, itself or by its namespace."""
    namespace, colon, _name = view_name.rpartition(":")
    return view_name in PUBLIC or bool(colon and f"{namespace}:" in PUBLIC)
