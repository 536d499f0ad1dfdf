package metadata

import (
	"slices"
	"strings"
)

// isSite reports whether a text, as letters makes it, is the name of the site or of its host.
func (r *reader) isSite(key string) bool {
	return slices.Contains(r.siteKeys(), siteKey(key))
}

// siteKey makes the key of a site of what letters makes of its name.
func siteKey(key string) string {
	return strings.ReplaceAll(strings.TrimPrefix(key, "the "), " ", "")
}

// siteKeys are the names of the site, without spaces.
func (r *reader) siteKeys() []string {
	if r.sites != nil {
		return r.sites
	}
	r.sites = []string{}
	for _, c := range r.claims[siteName] {
		r.sites = append(r.sites, siteKey(letters(c.value)))
	}
	if r.setting != nil {
		r.sites = append(r.sites, hostKeys(r.setting.Hostname())...)
	}
	if _, rest, ok := strings.Cut(r.best(canonical).value, "://"); ok {
		host, _, _ := strings.Cut(rest, "/")
		r.sites = append(r.sites, hostKeys(host)...)
	}
	return r.sites
}

// hostKeys are the names that a host can be called by: with and without its last part.
func hostKeys(host string) []string {
	host = strings.TrimPrefix(strings.ToLower(host), "www.")
	name, _, ok := strings.Cut(host, ".")
	if !ok {
		return nil
	}
	return []string{strings.ReplaceAll(letters(host), " ", ""), strings.ReplaceAll(letters(name), " ", "")}
}

// titleBreaks are what stands between the parts of a title, such as the name of the site. Those that are nearly always before the name of
// a site come first.
var titleBreaks = [...]string{" | ", " │ ", " ǀ ", " ¦ ", " · ", " • ", " » ", " › ", " « ", " :: ", " — ", "|", " - ", " – ", " / ", " : ", ": "}

const (
	strongBreaks = 11 // of these, a part behind one is not of the title
	dashBreaks   = 14 // behind the others, if it is the name of the site, or no other is known
)

// withoutSite takes the name of the site away from the end of a title, or from its beginning, and what is apart from the title besides.
func (r *reader) withoutSite(text string) string {
	if from, to, strength := lastBreak(text); from > 0 {
		last := text[to:]
		isSite := r.isNameOfSite(last)
		switch {
		case isSite, strength < strongBreaks, strength < dashBreaks && len(r.claims[siteName]) == 0 && to > len(text)/2:
			text = text[:from]
		}
	}
	if from, to, strength := firstBreak(text); from > 0 && strength < strongBreaks && r.isSite(letters(text[:from])) {
		text = text[to:]
	}
	return strings.TrimSpace(text)
}

// isNameOfSite reports whether a part of a title is the name of the site, or holds it.
func (r *reader) isNameOfSite(part string) bool {
	joined := siteKey(letters(part))
	if joined == "" {
		return true
	}
	for _, name := range r.siteKeys() {
		if joined == name || len(name) > 3 && (strings.HasPrefix(joined, name) || strings.HasSuffix(joined, name)) || len(joined) > 3 && strings.HasPrefix(name, joined) {
			return true
		}
	}
	return false
}

// lastBreak returns where the last break of a title stands, and its place among all.
func lastBreak(text string) (from, to, strength int) {
	for n, b := range titleBreaks {
		if i := strings.LastIndex(text, b); i > from {
			from, to, strength = i, i+len(b), n
		}
	}
	return from, to, strength
}

func firstBreak(text string) (from, to, strength int) {
	for n, b := range titleBreaks {
		if i := strings.Index(text, b); i > 0 && (from == 0 || i < from) {
			from, to, strength = i, i+len(b), n
		}
	}
	return from, to, strength
}

// titleParts returns the parts of a title.
func titleParts(text string) (parts []string) {
	for {
		from, to, _ := firstBreak(text)
		if from == 0 {
			return append(parts, text)
		}
		parts = append(parts, text[:from])
		text = text[to:]
	}
}
