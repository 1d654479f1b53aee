"""Settings, all from the environment. One file for every mode.

CPRS_MODE is demo, development or production. In production a missing value stops the start and
says what to do; in the other modes it has a default fit for one machine. Every secret NAME may
also be given as NAME_FILE, the path of a file that holds it (Docker and systemd secrets).

script/server leaves the addresses of its PostgreSQL and Redis in CPRS_DATA/stack.env, so that
manage.py run by hand speaks to the same ones.
"""

import datetime as dt
from pathlib import Path

import environ
from django.core.exceptions import ImproperlyConfigured

BASE_DIR = Path(__file__).resolve().parent.parent

env = environ.FileAwareEnv()
MODES = ("demo", "development", "production")
DATA = Path(env.str("CPRS_DATA", default=str(BASE_DIR / ".data"))).resolve()
if env.str("CPRS_MODE", default="") != "production" and (DATA / "stack.env").is_file():
    env.read_env(DATA / "stack.env")
MODE = env.str("CPRS_MODE", default="development")
if MODE not in MODES:
    raise ImproperlyConfigured(f"CPRS_MODE is {MODE!r}; it must be one of {', '.join(MODES)}.")
PRODUCTION = MODE == "production"


def required(name: str, advice: str, default: str) -> str:
    """The setting `name`. In production there is no default: its absence stops the start."""
    value: str = env.str(name, default="" if PRODUCTION else default)
    if not value:
        raise ImproperlyConfigured(f"{name} is not set. {advice}")
    return value


DEBUG = False
SECRET_KEY = required(
    "SECRET_KEY",
    "Give SECRET_KEY or SECRET_KEY_FILE at least 50 random characters"
    " (python3 -c 'import secrets; print(secrets.token_urlsafe(50))').",
    "not-secret-only-for-one-machine-" + "x" * 40,
)
FIELD_KEYS = required(
    "FIELD_KEYS",
    "Give FIELD_KEYS or FIELD_KEYS_FILE one or more Fernet keys, newest first, separated by commas"
    " (python3 -c 'from cryptography.fernet import Fernet; print(Fernet.generate_key().decode())')."
    " They encrypt names and second factors; without them those cannot be read again.",
    "bm90LXNlY3JldC1vbmx5LWZvci1vbmUtbWFjaGluZS0=",
).split(",")
BASE_URL = required(
    "CPRS_BASE_URL",
    "Give the address people use, such as https://reviews.example.wales, without a path.",
    "http://127.0.0.1:8000",
).rstrip("/")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=[environ.urlparse(BASE_URL).hostname])
if not PRODUCTION:
    ALLOWED_HOSTS += ["127.0.0.1", "localhost", "[::1]"]
CSRF_TRUSTED_ORIGINS = [BASE_URL]
# From which day a new review is a Single Unified Safeguarding Review, which day is compared with
# it, and the source that says so (shown with the warning). Blank: as the edition of the guidance.
SUSR_FROM = env.str("CPRS_SUSR_FROM", default="")
SUSR_COUNTS_FROM = env.str("CPRS_SUSR_COUNTS_FROM", default="commissioned")
SUSR_SOURCE = env.str("CPRS_SUSR_SOURCE", default="")
if SUSR_COUNTS_FROM not in ("commissioned", "referred", "event"):
    raise ImproperlyConfigured(
        f"CPRS_SUSR_COUNTS_FROM is {SUSR_COUNTS_FROM!r};"
        " it must be commissioned, referred or event."
    )
try:
    SUSR_FROM = dt.date.fromisoformat(SUSR_FROM) if SUSR_FROM else None
except ValueError as error:
    raise ImproperlyConfigured(
        f"CPRS_SUSR_FROM is {SUSR_FROM!r}; write the day as 2024-10-01, or leave it blank."
    ) from error
DEMO_TODAY = env.str("CPRS_DEMO_TODAY", default="")
# `manage.py demo_day` writes another day here; every process of the demo reads it at once.
DEMO_DAY_FILE = DATA / "demo-day" if MODE == "demo" else None

INSTALLED_APPS = [
    "desk",
    "library",
    "action_plans",
    "reports",
    "learning_events",
    "panels",
    "reviews",
    "deadlines",
    "boards",
    "common",
    "audit",
    "guardian",
    "django_fsm",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.postgres",  # exclusion constraints: spells of one child do not overlap
    "django.contrib.staticfiles",
    "django.forms",
]

MIDDLEWARE = [
    "common.middleware.PolicyMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "common.middleware.SwitchMiddleware",
    "common.middleware.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "common.middleware.PersonsLanguageMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "allauth.usersessions.middleware.UserSessionsMiddleware",
    "boards.middleware.SignedInMiddleware",
    "common.middleware.ConflictMiddleware",
]

ROOT_URLCONF = "cprs.urls"
WSGI_APPLICATION = "cprs.wsgi.application"
FORM_RENDERER = "common.forms.Renderer"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "common.context.page",
                "boards.context.reader",
            ],
            "builtins": [
                "django.templatetags.i18n",
                "django.templatetags.static",
                "common.templatetags.page",
                "boards.templatetags.words",
            ],
        },
    }
]

# --- PostgreSQL: two roles. DATABASE_URL is the application's; DATABASE_OWNER_URL the owner's, who
# --- migrates. The application's role cannot change the ledger.
_database = "DATABASE_OWNER_URL" if env.bool("CPRS_AS_OWNER", default=False) else "DATABASE_URL"
DATABASE = env.db_url_config(
    required(
        _database,
        "Give the address of the PostgreSQL database, such as postgres://app:…@db/cprs.",
        "postgres:///cprs",
    )
)
DATABASE["OPTIONS"] = DATABASE.get("OPTIONS", {}) | {
    "options": "-c lock_timeout=5s -c statement_timeout=30s"
    " -c idle_in_transaction_session_timeout=60s"
}
DATABASES = {"default": DATABASE | {"CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True}}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {  # in the database: sign-in limits survive a restart of Redis
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "common_cache",
    }
}

# --- Redis and Celery: they only wake work up; what must happen is a row in PostgreSQL.
REDIS_URL = required(
    "REDIS_URL",
    "Give the address of Redis, such as redis://redis:6379/0.",
    "redis://127.0.0.1:6379/0",
)
CELERY_BROKER_URL = REDIS_URL
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_TIME_LIMIT = 300
CELERY_TASK_SOFT_TIME_LIMIT = 240
CELERY_WORKER_SOFT_SHUTDOWN_TIMEOUT = 30
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
CELERY_TIMEZONE = "Europe/London"
CELERY_BROKER_TRANSPORT_OPTIONS = {
    "visibility_timeout": 1800,
    "unacked_restore_interval": 10,
    "unacked_restore_throttle": 1,
    "socket_timeout": 30,
    "socket_connect_timeout": 5,
    # Whoever only rings the bell does not wait for a Redis that is gone; the worker comes back to
    # it by itself.
    "max_retries": 1,
    "interval_start": 0.1,
    "interval_max": 0.1,
}

# --- Mail: everything Django or allauth sends becomes a row of the outbox; the sweep sends it.
EMAIL_BACKEND = "common.outbox.backend.OutboxBackend"
OUTBOX_TRANSPORT = env.email_url_config(
    required(
        "EMAIL_URL",
        "Give the mail server, such as smtp+tls://user:…@mail.example.wales:587.",
        "consolemail://",
    )
)
OUTBOX_DELIVERS = env.str("EMAIL_URL", default="") != ""
DEFAULT_FROM_EMAIL = required(
    "DEFAULT_FROM_EMAIL",
    "Give the address that mail comes from.",
    "reviews@cprs.demo",
)
EMAIL_SUBJECT_PREFIX = ""
EMAIL_TIMEOUT = 20
# Nobody is written to in the night: the hour, in Wales, from which reminders are passed on.
REMIND_FROM_HOUR = env.int("CPRS_REMIND_FROM_HOUR", default=7)

# --- People and signing in
AUTH_USER_MODEL = "boards.User"
AUTHENTICATION_BACKENDS = [
    "boards.backends.EmailBackend",
    "reviews.backends.MayBackend",
    "action_plans.backends.ActionBackend",
]
# Guardian's own backend is left out on purpose: it lets a superuser through every object. Its rows
# are read by reviews.standing, which honours the appointment's dates.
SILENCED_SYSTEM_CHECKS = ["guardian.W001"]
ANONYMOUS_USER_NAME = None
GUARDIAN_AUTO_PREFETCH = False
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "boards.passwords.LongEnough", "OPTIONS": {"min_length": 12}},
    {"NAME": "boards.passwords.NotLikeYou", "OPTIONS": {"user_attributes": ["email", "name"]}},
    {"NAME": "boards.passwords.NotCommon"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_ADAPTER = "boards.adapters.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = True
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_FORMS = {
    "login": "boards.account.forms.SignInForm",
    "change_password": "boards.account.forms.ChangePasswordForm",
    "reset_password": "boards.account.forms.AskForResetForm",
    "reset_password_from_key": "boards.account.forms.ResetPasswordForm",
    "reauthenticate": "boards.account.forms.ConfirmPasswordForm",
}
MFA_FORMS = {
    "authenticate": "boards.account.forms.CodeForm",
    "reauthenticate": "boards.account.forms.ConfirmCodeForm",
    "activate_totp": "boards.account.forms.SetUpAppForm",
    "add_webauthn": "boards.account.forms.AddPasskeyForm",
    "edit_webauthn": "boards.account.forms.RenamePasskeyForm",
}
ACCOUNT_REAUTHENTICATION_TIMEOUT = 900
ACCOUNT_RATE_LIMITS = {  # beside its own: the public page for referrals
    "refer_start": "20/h/ip",
    "refer_address": "5/h/key",
    "refer_file": "40/h/ip",
}
ALLAUTH_TRUSTED_PROXY_COUNT = env.int("TRUSTED_PROXY_COUNT", default=0)
MFA_ADAPTER = "boards.adapters.MFAAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not PRODUCTION
MFA_TOTP_ISSUER = "Child Practice Reviews"
SECOND_FACTOR_REQUIRED = env.bool("SECOND_FACTOR_REQUIRED", default=MODE != "demo")
USERSESSIONS_TRACK_ACTIVITY = True

# --- Sessions and browser security
SESSION_COOKIE_AGE = 8 * 60 * 60
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "common.errors.csrf_failure"
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
if PRODUCTION:
    SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = True
    SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = "__Host-session", "__Host-csrf"
    SECURE_SSL_REDIRECT = True
    SECURE_REDIRECT_EXEMPT = [r"^health/"]
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60
    SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = True

# --- Language and time
LANGUAGE_CODE = "en-gb"
LANGUAGES = [("en-gb", "English"), ("cy", "Cymraeg")]  # each in its own words
LOCALE_PATHS = [BASE_DIR / "locale"]
LANGUAGE_COOKIE_NAME = "language"
USE_I18N = True
TIME_ZONE = "Europe/London"
USE_TZ = True

# --- Static and stored files
STATIC_URL = "/static/"
STATIC_ROOT = Path(env.str("CPRS_STATIC", default=str(DATA / "staticfiles")))
STATICFILES_DIRS = [BASE_DIR / "static"]
MEDIA_ROOT = DATA / "files"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
        if PRODUCTION
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}
WHITENOISE_USE_FINDERS = not PRODUCTION
WHITENOISE_ALLOW_ALL_ORIGINS = False
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
# The largest paper that a case takes. What is larger is read to its end and not stored.
UPLOAD_MAX_BYTES = env.int("CPRS_UPLOAD_MAX_MB", default=25) * 1024 * 1024
FILE_UPLOAD_HANDLERS = [
    "common.uploads.taking.Limit",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "filters": {"without_tokens": {"()": "common.masking.WithoutTokens"}},
    "handlers": {
        "stderr": {
            "class": "logging.StreamHandler",
            "formatter": "line",
            "filters": ["without_tokens"],
        }
    },
    "root": {"handlers": ["stderr"], "level": env.str("LOG_LEVEL", default="INFO")},
    "loggers": {"weasyprint": {"level": "ERROR"}, "fontTools": {"level": "ERROR"}},
}
