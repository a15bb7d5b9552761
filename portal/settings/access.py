"""Who gets in: the doors of the admin and of private media, signing in, sessions. Part of `base`."""

ACCESS_MIDDLEWARE = [
    # After authentication and messages: a refusal says so on the next screen.
    "portal.access.middleware.AdminDoorMiddleware",
]
