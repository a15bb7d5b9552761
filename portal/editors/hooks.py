"""What Wagtail shows an editor of ours beside its own screens."""

from wagtail import hooks

from portal.editors.bulk import PublishWhatIsComplete

hooks.register("register_bulk_action", PublishWhatIsComplete, order=100)
