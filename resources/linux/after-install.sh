#!/bin/sh
# Run by the package manager when Pinned Organizer was unpacked. The same for every way a Debian package is made.
set -e
app='/opt/Pinned Organizer'

ln -sf "$app/pinned-organizer" /usr/bin/pinned-organizer
ln -sf "$app/resources/cli/organizer" /usr/bin/organizer

# Chromium's sandbox uses namespaces where an ordinary user may make them, and else this helper with root's rights.
if [ -L /proc/self/ns/user ] && setpriv --reuid=65534 --regid=65534 --clear-groups unshare --user true 2>/dev/null; then
  chmod 0755 "$app/chrome-sandbox"
else
  chmod 4755 "$app/chrome-sandbox"
fi

# Ubuntu 24.04 and later give namespaces only to programs that have a profile.
profile="$app/resources/apparmor-profile"
if [ -f "$profile" ] && apparmor_status --enabled >/dev/null 2>&1; then
  if apparmor_parser --skip-kernel-load --debug "$profile" >/dev/null 2>&1; then
    cp -f "$profile" /etc/apparmor.d/pinned-organizer
    if ! ischroot 2>/dev/null; then
      apparmor_parser --replace --write-cache --skip-read-cache /etc/apparmor.d/pinned-organizer || true
    fi
  fi
fi

if command -v update-desktop-database >/dev/null; then update-desktop-database -q || true; fi
