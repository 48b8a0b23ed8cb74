#!/bin/sh
# Run by the package manager after Pinned Organizer's files are gone. What people made with it stays: their drafts are
# in their own folders, and no package manager has any business there.
set -e

case "$1" in
  # An update puts everything back at once.
  upgrade | failed-upgrade | abort-install | abort-upgrade | disappear) exit 0 ;;
esac

for name in pinned-organizer organizer; do
  case "$(readlink "/usr/bin/$name" 2>/dev/null)" in
    '/opt/Pinned Organizer/'*) rm -f "/usr/bin/$name" ;;
  esac
done

if [ -f /etc/apparmor.d/pinned-organizer ]; then
  if apparmor_status --enabled >/dev/null 2>&1 && ! ischroot 2>/dev/null; then
    apparmor_parser --remove /etc/apparmor.d/pinned-organizer || true
  fi
  rm -f /etc/apparmor.d/pinned-organizer
fi

if command -v update-desktop-database >/dev/null; then update-desktop-database -q || true; fi
