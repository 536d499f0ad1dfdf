package metadata

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
