#!/bin/sh
# Puts a version of the portal on this machine, beside the one that runs, and changes over when it is whole:
#   release.sh v1.4     any name that git knows
#   release.sh --back   the one before
# Where what stands is in docs/deployment.md, "One machine without Docker".
set -eu
home=${PORTAL_HOME:-/srv/portal}
settings=${PORTAL_SETTINGS:-/etc/opleidingshuis.env}
KEPT=3

# The name changes over in one step: no moment without a version.
change_over() {
    ln -sfn "$1" "$home/next"
    mv -T "$home/next" "$home/current"
    systemctl restart opleidingshuis-web opleidingshuis-search opleidingshuis-mail
    echo "$(basename "$1") is the version now"
}

make_whole() {
    mkdir -p "$folder"
    git -C "$home/source" archive "$version" | tar -x -C "$folder"
    cd "$folder"
    uv sync --quiet --frozen --no-dev
    UV_PROJECT_ENVIRONMENT=.compiler uv sync --quiet --frozen --no-dev --group messages
    .compiler/bin/python -m bin.messages compile
    rm -rf .compiler bin

    set -a
    # shellcheck disable=SC1090 # the settings of this machine
    . "$settings"
    DJANGO_SETTINGS_MODULE=portal.settings.production STATIC_ROOT=$folder/static MEDIA_ROOT=$home/media
    set +a
    .venv/bin/python manage.py check --deploy --fail-level ERROR
    .venv/bin/python manage.py collectstatic --noinput --verbosity 0
    .venv/bin/python manage.py migrate --noinput --verbosity 0
    .venv/bin/python manage.py bootstrap
}

forget_old() {
    find "$home/releases" -mindepth 1 -maxdepth 1 | sort -r | tail -n +$((KEPT + 1)) | while read -r old; do
        if [ "$old" != "$running" ]; then rm -rf "$old"; fi
    done
}

# All of it is read before the first step, as a step changes this file.
main() {
    running=$(readlink "$home/current" || true)
    if [ "$1" = --back ]; then
        before=$(readlink "$home/previous")
        ln -sfn "$running" "$home/previous"
        change_over "$before"
        return
    fi
    git -C "$home/source" fetch --quiet --tags origin
    version=$(git -C "$home/source" rev-parse --verify --quiet "origin/$1^{commit}" ||
        git -C "$home/source" rev-parse --verify --quiet "$1^{commit}")
    git -C "$home/source" switch --quiet --detach "$version"
    folder=$home/releases/$(date +%Y%m%d-%H%M%S)-$(echo "$version" | cut -c1-8)
    make_whole
    if [ -n "$running" ]; then ln -sfn "$running" "$home/previous"; fi
    change_over "$folder"
    forget_old
}

main "$@"
exit
