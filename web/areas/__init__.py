"""The pages by area. A module here has `ROUTES`, and `web/app.py` adds them up."""
