package page

import (
	"strings"

	"tidemark/core/internal/ascii"
)

// trackingParameters are those of addresses that tell who sent a reader, by their names in lower case.
var trackingParameters = map[string]bool{
	"gclid": true, "gclsrc": true, "dclid": true, "gbraid": true, "wbraid": true, "gad_source": true, "gad_campaignid": true, // Google Ads
	"_ga": true, "_gl": true, // Google Analytics, between sites
	"fbclid": true, "fb_action_ids": true, "fb_action_types": true, "fb_source": true, "fb_ref": true, // Facebook
	"igshid": true, "igsh": true, // Instagram
	"msclkid":   true,              // Microsoft Advertising
	"twclid":    true,              // Twitter
	"ttclid":    true,              // TikTok
	"li_fat_id": true, "trk": true, // LinkedIn
	"epik":    true,                // Pinterest
	"rdt_cid": true,                // Reddit
	"scid":    true, "sccid": true, // Snapchat
	"yclid": true, "_openstat": true, "ysclid": true, // Yandex
	"mc_cid": true, "mc_eid": true, // Mailchimp
	"_hsenc": true, "_hsmi": true, "__hssc": true, "__hstc": true, "__hsfp": true, "hsctatracking": true, // HubSpot
	"mkt_tok": true,                    // Marketo
	"vero_id": true, "vero_conv": true, // Vero
	"oly_enc_id": true, "oly_anon_id": true, // Omeda
	"_kx":              true,                                 // Klaviyo
	"ck_subscriber_id": true,                                 // Kit
	"s_cid":            true, "s_kwcid": true, "ef_id": true, // Adobe
	"wickedid":  true,                                                                                                 // Wicked Reports
	"irclickid": true,                                                                                                 // Impact
	"cmpid":     true, "ncid": true, "ocid": true, "smid": true, "xtor": true, "at_medium": true, "at_campaign": true, // publishers
	"ito": true,              // Mail Online
	"spm": true, "scm": true, // Alibaba
	"share_source": true, "share_medium": true, "share_plat": true, "share_session_id": true, "share_tag": true, // Bilibili
	"guccounter": true, "guce_referrer": true, "guce_referrer_sig": true, // Yahoo
	"ref_src": true, "ref_url": true, // Twitter's embeds
}

// trackingPrefixes are what the names of families of them begin with.
var trackingPrefixes = [...]string{
	"utm_",                             // Urchin, and Google Analytics after it
	"pk_", "mtm_", "matomo_", "piwik_", // Matomo
	"hsa_", // HubSpot
	"itm_", // internal campaigns
	"wt_",  // Webtrekk
}

// withoutTracking returns an address without such parameters.
func withoutTracking(address string) string {
	query := strings.IndexByte(address, '?')
	if query < 0 {
		return address
	}
	end := len(address)
	if hash := strings.IndexByte(address[query:], '#'); hash >= 0 {
		end = query + hash
	}
	parameters := address[query+1 : end]
	kept := make([]byte, 0, len(address))
	kept = append(kept, address[:query]...)
	separator, all := byte('?'), true
	for len(parameters) > 0 {
		parameter := parameters
		if next := strings.IndexByte(parameters, '&'); next >= 0 {
			parameter, parameters = parameters[:next], parameters[next+1:]
		} else {
			parameters = ""
		}
		if isTracking(strings.TrimPrefix(parameter, "amp;")) { // Some pages escape twice.
			all = false
			continue
		}
		kept = append(append(kept, separator), parameter...)
		separator = '&'
	}
	if all {
		return address
	}
	return string(append(kept, address[end:]...))
}

// isTracking reports whether a parameter, with its value, tells who sent a reader.
func isTracking(parameter string) bool {
	const longest = 24
	name, _, _ := strings.Cut(parameter, "=")
	if len(name) > longest {
		return false
	}
	var lower [longest]byte
	n := 0
	for ; n < len(name); n++ {
		lower[n] = ascii.Lower(name[n])
	}
	if trackingParameters[string(lower[:n])] {
		return true
	}
	for _, prefix := range trackingPrefixes {
		if strings.HasPrefix(string(lower[:n]), prefix) {
			return true
		}
	}
	return false
}
