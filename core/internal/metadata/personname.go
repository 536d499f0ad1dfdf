package metadata

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// isName reports whether a text can be the name of a person, by its form. With anyCase it can be one word in small letters, as people call
// themselves on the web.
func isName(text string, anyCase bool) bool {
	words := strings.Fields(text)
	if len(words) == 0 || len(words) > 5 || utf8.RuneCountInString(text) < 2 || utf8.RuneCountInString(text) > 40 {
		return false
	}
	if strings.ContainsAny(text, "!?%$#:;…") || isNotice(strings.ToLower(text)) {
		return false
	}
	capital := 0
	for i, word := range words {
		c, _ := utf8.DecodeRuneInString(word)
		switch {
		case isNotice(strings.ToLower(word)):
			return false
		case strings.HasSuffix(word, ".") && utf8.RuneCountInString(word) > 4 && i < len(words)-1:
			return false
		case unicode.IsUpper(c) || unicode.IsLetter(c) && !unicode.IsLower(c):
			capital++
		case anyCase && len(words) == 1 && (unicode.IsLetter(c) || unicode.IsDigit(c)):
			return true
		case i > 0 && isParticle(word):
		default:
			return false
		}
	}
	return capital > 0 && !(strings.ContainsFunc(text, unicode.IsDigit) && !anyCase)
}

// isParticle reports whether a word stands in names in small letters.
func isParticle(word string) bool {
	switch word {
	case "von", "van", "de", "der", "den", "del", "della", "di", "da", "do", "dos", "das", "du", "la", "le", "el", "al", "bin", "ibn", "zu", "zum",
		"ter", "ten", "af", "av", "und", "v.", "d", "y", "e", "vom":
		return true
	}
	return strings.HasPrefix(word, "d'") || strings.HasPrefix(word, "d’") || strings.HasPrefix(word, "al-") || strings.HasPrefix(word, "el-")
}

// isRole reports whether a text is what somebody is, and not who.
func isRole(text string) bool {
	for word := range strings.FieldsSeq(strings.ToLower(text)) {
		switch strings.Trim(word, ".,()") {
		case "writer", "editor", "editors", "director", "reporter", "correspondent", "journalist", "contributor", "columnist", "expert", "founder", "ceo",
			"cto", "manager",
			"phd", "ph.d", "ms", "msc", "rdn", "md", "m.d", "rd", "mba", "cpa", "redakteur", "redakteurin", "autorin", "autor", "author", "chefredakteur", "specialist",
			"analyst", "engineer",
			"professor", "president", "jr", "sr", "iii", "ii", "dpa", "reuters", "afp":
			return true
		}
	}
	return false
}

// isNotice reports whether a word in small letters is one of those that pages label their parts with.
func isNotice(word string) bool {
	switch word {
	case "login", "logout", "log", "sign", "join", "register", "account", "konto", "support", "share", "follow", "subscribe", "categories", "category",
		"more", "read",
		"comments", "comment", "reply", "menu", "search", "home", "contact", "about", "posted", "published", "updated", "written", "reviews", "review",
		"privacy",
		"policy", "terms", "cookies", "cookie", "download", "user", "users", "member", "members", "guest", "admin", "edit", "deals", "help", "faq", "news",
		"mitglied",
		"werden", "mein", "artikel", "anmelden", "registrieren", "kommentar", "kommentare", "beitrag", "beiträge", "your", "you", "the", "this", "my",
		"our", "free", "all", "learn",
		"view", "tags", "date", "topic", "profile", "author", "authors", "by", "photo", "image", "post", "posts", "newsletter", "sponsored", "gesponserte",
		"logged", "hero", "with", "no", "not":
		return true
	}
	return false
}
