package metadata

import "strings"

// twitterCard is the markup of cards:
// https://developer.x.com/en/docs/x-for-websites/cards/overview/markup
func twitterCard(name string) (field, rank) {
	switch name {
	case "twitter:title", "twitter:text:title":
		return title, 2
	case "twitter:description":
		return description, 3
	case "twitter:image", "twitter:image:src":
		return image, 4
	}
	return none, 0
}

// readLabel reads what a card shows besides, a label and its data one after the other: who has written it, often.
func (r *reader) readLabel(name, content string) {
	switch {
	case strings.HasPrefix(name, "twitter:label"):
		r.label = name[len("twitter:label"):]
		if _, ok := hasLead(content); !ok {
			r.label = ""
		}
	case strings.HasPrefix(name, "twitter:data") && r.label != "" && name[len("twitter:data"):] == r.label:
		r.claimAuthors(6, "meta twitter:data", content)
	}
}
