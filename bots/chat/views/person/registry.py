"""Which view words which result about a person's accounts, settings and data."""

from bots.chat.results import person as results
from bots.chat.views import Views
from bots.chat.views.person import linking, mydata, people, web
from core.people import account_links as links
from core.personal_data import erasure, export, merge
from core.web_sessions import signing_in

VIEWS: Views = {
    results.CodeGiven: linking.code_given,
    merge.LinkShown: linking.link_shown,
    merge.Linked: linking.linked,
    links.UnlinkAsked: linking.unlink_asked,
    links.Unlinked: linking.unlinked,
    export.MyData: mydata.my_data,
    erasure.EraseAsked: mydata.erase_asked,
    erasure.Erased: mydata.erased,
    results.ProfileShown: people.profile_shown,
    results.SettingsShown: people.settings_shown,
    results.WebLinkGiven: web.web_link_given,
    signing_in.SignedOutEverywhere: web.signed_out_everywhere,
}
