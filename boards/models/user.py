"""Accounts. Who a user is in the world is a Person; what they may do follows from offices and
appointments, never from a flag here."""

from typing import Any, ClassVar

from django.contrib.auth import get_backends
from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from boards.models.leaving import Leaving
from common import clock


class UserManager(BaseUserManager["User"]):
    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "User":
        user = self.model(email=self.normalize_email(email).lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields: Any) -> "User":
        return self.create_user(email, password, is_superuser=True, is_staff=True, **fields)

    def not_left(self) -> "models.QuerySet[User]":
        """Without the accounts that ended with their owner's last day."""
        left = Leaving.objects.filter(
            person__user=models.OuterRef("pk"), account_ends=True, last_on__lt=clock.today()
        )
        return self.get_queryset().exclude(models.Exists(left))

    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(email__iexact=username)


class User(AbstractBaseUser, PermissionsMixin):
    """An account to sign in with, known by its e-mail address."""

    email = models.EmailField(_("e-mail address"), unique=True)
    is_active = models.BooleanField(_("is active"), default=True)
    is_staff = models.BooleanField(_("runs the service"), default=False)
    opens_by_link = models.BooleanField(_("opened by links only"), default=False)
    date_joined = models.DateTimeField(default=clock.now)

    objects = UserManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    class Meta:
        verbose_name = _("user")
        verbose_name_plural = _("users")
        constraints = [models.UniqueConstraint(Lower("email"), name="boards_user_email_once")]

    def __str__(self) -> str:
        return self.email

    def has_perm(self, perm: Any, obj: Any = None) -> bool:
        """Ask the backends, always: Django's short cut for superusers would open every case."""
        return self.is_active and any(
            backend.has_perm(self, perm, obj)
            for backend in get_backends()
            if hasattr(backend, "has_perm")
        )
