"""What somebody changes of their own account."""

from django.db import transaction

from boards.models import Person


@transaction.atomic
def choose_language(person: Person, *, language: str) -> None:
    """The language in which a person reads pages and gets messages; '' means both."""
    Person.objects.filter(pk=person.pk).update(language=language)
    person.language = language
