@echo off
setlocal
rem Node would read these at every start. The tool opens no connection, and needs neither.
set "NODE_EXTRA_CA_CERTS="
set "NODE_OPTIONS="
"%~dp0node.exe" "%~dp0app\bin\plan-measures.cjs" %*
exit /b %errorlevel%
