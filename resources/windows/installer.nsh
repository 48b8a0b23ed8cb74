; Added to electron-builder's installer.

!macro customInstall
  ; `organizer` on the path: this folder of the person is on it since Windows 10, so the path itself stays untouched.
  CreateDirectory "$LOCALAPPDATA\Microsoft\WindowsApps"
  FileOpen $0 "$LOCALAPPDATA\Microsoft\WindowsApps\organizer.cmd" w
  FileWrite $0 '@"$INSTDIR\resources\cli\organizer.cmd" %*$\r$\n'
  FileClose $0

  ; Offered under "Open with" for .ics, without taking the place of the program that opens them now.
  WriteRegStr HKCU "Software\Classes\PinnedOrganizer.ics" "" "Calendar"
  WriteRegStr HKCU "Software\Classes\PinnedOrganizer.ics\shell\open\command" "" '"$INSTDIR\${APP_EXECUTABLE_FILENAME}" "%1"'
  WriteRegStr HKCU "Software\Classes\.ics\OpenWithProgids" "PinnedOrganizer.ics" ""
!macroend

!macro customUnInstall
  Delete "$LOCALAPPDATA\Microsoft\WindowsApps\organizer.cmd"
  DeleteRegKey HKCU "Software\Classes\PinnedOrganizer.ics"
  DeleteRegValue HKCU "Software\Classes\.ics\OpenWithProgids" "PinnedOrganizer.ics"
!macroend
