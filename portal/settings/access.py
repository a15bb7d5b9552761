"""Who gets in: the doors of the admin and of private media. Part of `base`."""

ACCESS_MIDDLEWARE = [
    # After authentication and messages: a refusal says so on the next screen.
    "portal.partners.access.middleware.ViewRuleMiddleware",
]

# What `page.permissions_for_user(user)` returns for every page. The pages stand a floor below it.
PORTAL_PAGE_PERMISSION_TESTER = "portal.partners.access.tester.PortalPagePermissionTester"

# Wagtail would turn a typed address of any page into a link that names the page as its editors see it.
WAGTAILADMIN_EXTERNAL_LINK_CONVERSION = "none"
# A password that is shared by mail and stored as it is protects nothing.
WAGTAIL_PRIVATE_PAGE_OPTIONS = {"SHARED_PASSWORD": False}
WAGTAILDOCS_PRIVATE_COLLECTION_OPTIONS = {"SHARED_PASSWORD": False}
# The mails of a workflow go to who reviews for this partner, not to every superuser.
WAGTAILADMIN_NOTIFICATION_INCLUDE_SUPERUSERS = False
