package metadata

// words are what the class or the id of an element says it holds, by the words that it is put together of.
type words uint32

const (
	authorWord words = 1 << iota
	bylineWord
	nameWord
	dateWord
	publishedWord
	updatedWord
	commentWord
	asideWord // a part of a page that is not of its content
	aboutWord // what is told of somebody
	notWord   // a word that makes a name of a class mean something else
	metaWord
)

// wordOf returns what a word in lower case says.
func wordOf(word string) words {
	switch word {
	case "author", "authors", "autor", "autoren", "auteur", "autore", "writer", "verfasser", "contributor", "zuozhe":
		return authorWord
	case "byline", "bylines", "writtenby", "postedby":
		return bylineWord
	case "name", "fn", "names", "link", "fullname", "title":
		return nameWord
	case "date", "dateline", "datum", "time", "timestamp", "day", "datetime", "pubtime", "fecha", "data", "riqi", "shijian":
		return dateWord
	case "published", "publish", "pubdate", "posted", "created", "publishing", "publication", "pub":
		return publishedWord
	case "updated", "modified", "update", "edited":
		return updatedWord
	case "comment", "comments", "commentlist", "reply", "replies", "reaction", "review", "reviews", "testimonial", "testimonials", "respond", "disqus",
		"kommentare", "kommentar":
		return commentWord
	case "sidebar", "related", "footer", "nav", "navigation", "menu", "widget", "recommended", "recommendations", "popular", "trending", "latest",
		"promo", "newsletter", "breadcrumb", "breadcrumbs", "teaser", "teasers", "carousel", "slider", "recent", "similar", "upcoming", "archive",
		"archives",
		"logo", "branding", "masthead":
		return asideWord
	case "bio", "biography", "about", "profile", "info", "description", "desc":
		return aboutWord
	case "avatar", "image", "img", "photo", "picture", "icon", "social", "twitter", "count", "number", "button", "btn", "follow", "job", "role",
		"email", "search", "login", "expire", "expired", "event", "picker", "select", "badge", "rank", "release":
		return notWord
	case "meta", "metadata":
		return metaWord
	}
	return 0
}

// knownWords remembers what values say: a page has few, each many times.
type knownWords struct {
	slots [512]struct {
		value string
		said  words
	}
}

// of returns what the words of a value say. The value is not kept for longer than the document.
func (k *knownWords) of(value string) words {
	n := len(value)
	if n == 0 {
		return 0
	}
	slot := &k.slots[(n*131+int(value[0])*89+int(value[n/3])*57+int(value[n/2])*31+int(value[n-1]))%len(k.slots)]
	if slot.value != value {
		slot.value, slot.said = value, wordsOf(value)
	}
	return slot.said
}

// lowerLetter returns a letter of ASCII in lower case, and 0 for another byte.
func lowerLetter(c byte) byte {
	if c |= 'a' - 'A'; c-'a' < 26 {
		return c
	}
	return 0
}

// longestWord is how much of a word is looked at.
const longestWord = 16

// wordsOf returns what the words of a value of class or id say. They are parted by what is no letter, and by capitals.
func wordsOf(value string) (all words) {
	start := 0
	for i := 0; i < len(value); i++ {
		switch c := value[i]; lowerLetter(c) {
		case 0:
			all |= inLower(value[start:i])
			start = i + 1
		case c:
		default:
			if i > start && value[i-1] >= 'a' {
				all |= inLower(value[start:i])
				start = i
			}
		}
	}
	return all | inLower(value[start:])
}

// inLower returns what a word says, whose letters may be capitals.
func inLower(word string) words {
	var buf [longestWord]byte
	word = word[:min(len(word), longestWord)]
	for i := range len(word) {
		if c := word[i]; c < 'a' {
			for i := range len(word) {
				buf[i] = lowerLetter(word[i])
			}
			return wordOf(string(buf[:len(word)]))
		}
	}
	return wordOf(word)
}
