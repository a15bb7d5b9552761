"""Reviews that ask for a reason; the steps that exist become such reviews."""

from typing import Any

import django.db.models.deletion
from django.db import migrations, models


def turn_steps_into_reviews(apps: Any, schema_editor: Any) -> None:
    """Give every group approval that exists a row of the new model around the same task."""
    step_model = apps.get_model("wagtailcore", "GroupApprovalTask")
    review_model = apps.get_model("portal", "ReviewTask")
    content_type, _made = apps.get_model("contenttypes", "ContentType").objects.get_or_create(
        app_label="portal", model="reviewtask"
    )
    for step in step_model.objects.all():
        groups = list(step.groups.values_list("pk", flat=True))
        review = review_model(task_ptr_id=step.pk)
        review.save_base(raw=True)
        review.groups.set(groups)
        step.delete(keep_parents=True)
        apps.get_model("wagtailcore", "Task").objects.filter(pk=step.pk).update(content_type_id=content_type.pk)


class Migration(migrations.Migration):
    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
        ("portal", "0003_invitations_and_events_at_the_door"),
        ("wagtailcore", "0098_apitoken"),
    ]

    operations = [
        migrations.CreateModel(
            name="ReviewTask",
            fields=[
                (
                    "task_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to="wagtailcore.task",
                    ),
                ),
                (
                    "groups",
                    models.ManyToManyField(
                        help_text="Pages/snippets at this step in a workflow will be moderated or approved by these groups of users",
                        to="auth.group",
                        verbose_name="groups",
                    ),
                ),
            ],
            options={"verbose_name": "review", "verbose_name_plural": "reviews"},
            bases=("wagtailcore.task",),
        ),
        migrations.RunPython(turn_steps_into_reviews, migrations.RunPython.noop),
    ]
