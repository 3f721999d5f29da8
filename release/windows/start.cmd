@echo off
rem Opens a prompt in the user's documents, in which plan-measures is a command.
if exist "%~dp0node.exe" goto unpacked
echo plan-measures has to be unpacked first: close this window, click the ZIP file with
echo the right button, choose "Extract All", and open start.cmd in the new folder.
pause
exit /b 1
:unpacked
chcp 65001 >nul
set "PATH=%~dp0;%PATH%"
set "documents="
rem The documents may be in another place, such as OneDrive, which only the registry knows.
for /f "tokens=2,*" %%a in ('reg query "HKCU\Software\Microsoft\Windows\CurrentVersion\Explorer\User Shell Folders" /v Personal 2^>nul ^| find "REG_"') do call set "documents=%%b"
if not defined documents set "documents=%USERPROFILE%\Documents"
if not exist "%documents%" set "documents=%USERPROFILE%"
pushd "%documents%"
title plan-measures
echo plan-measures {version}. You are in %documents%
echo.
echo   plan-measures init my-plan                 makes a plan with sample data
echo   plan-measures report my-plan\plan.yaml     prints its tables
echo   plan-measures --help                       lists the commands
echo.
cmd /k
