@echo off
rem The command line of Pinned Organizer on Windows: the app itself, asked to work without a window.
"%~dp0..\..\Pinned Organizer.exe" -- cli %*
