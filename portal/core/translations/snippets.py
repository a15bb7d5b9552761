"""Central lists in two languages: facts are those of the Dutch entry, only text is told twice."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Model
from django.db.models.signals import post_save
from django.dispatch import receiver
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.models import WagtailAdminModelForm
from wagtail.models import Page

from portal.core.house_language.forms import HouseLanguageForm
from portal.core.models.facts import SharedFacts
from portal.core.translations.keeping import refresh_texts


class SharedSnippetForm(HouseLanguageForm, WagtailAdminModelForm):
    """Leaves out what is kept on the Dutch entry, and refuses a short name that is taken."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.facts is not self.instance:
            for name in self.instance.shared_fields:
                self.fields.pop(name, None)
                self.formsets.pop(name, None)

    def clean_slug(self) -> str:
        """Refuse a short name that another entry has in any language: addresses are the same in all of them."""
        slug: str = self.cleaned_data["slug"]
        others = type(self.instance)._default_manager.exclude(translation_key=self.instance.translation_key)
        if others.filter(slug=slug).exists():
            raise ValidationError(_("This short name is taken. Choose another."))
        return slug


@receiver(post_save)
def facts_follow_the_dutch_entry(sender: type[Model], instance: Model, raw: bool = False, **kwargs: Any) -> None:
    """Write the plain facts of a Dutch entry to its translations, and tell translators what changed."""
    if raw or not isinstance(instance, SharedFacts) or isinstance(instance, Page) or not instance.owns_facts:
        return
    facts = {name: getattr(instance, name) for name in instance.shared_fields if sender._meta.get_field(name).concrete}
    entries: Any = sender._default_manager
    entries.filter(translation_key=instance.translation_key).exclude(pk=instance.pk).update(**facts)
    refresh_texts(instance)
