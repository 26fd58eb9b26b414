"""The fields of a band that can be edited, by the names that people type, with an example of each."""

SERVICE_NAMES = {
    "website": "Website",
    "instagram": "Instagram",
    "tiktok": "TikTok",
    "youtube": "YouTube",
    "spotify": "Spotify",
    "soundcloud": "SoundCloud",
    "bandcamp": "Bandcamp",
    "facebook": "Facebook",
}
EXAMPLES = {
    "name": "The Foxes",
    "city": "Leeds",
    "genres": "indie, punk",
    "website": "thefoxes.com",
    "instagram": "@thefoxes",
    "tiktok": "@thefoxes",
    "youtube": "@thefoxes",
    "spotify": "https://open.spotify.com/artist/4Z8W4fKeB5YxbusRsdQVPb",
    "soundcloud": "soundcloud.com/thefoxes",
    "bandcamp": "thefoxes.bandcamp.com",
    "facebook": "facebook.com/thefoxes",
    "morning": "08:00-12:00",
    "lunch": "12:00-14:00",
    "afternoon": "12:00-18:00",
    "after_work": "17:00-20:00",
    "evening": "19:00-23:00",
    "night": "20:00-01:00",
    "late": "22:00-02:00",
    "hours": "Fri 18:00-23:30, Sat-Sun 14:00-23:30",
    "length": "2 h",
}
