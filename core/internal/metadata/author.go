package metadata

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// claimAuthors makes claims of a text that names authors.
func (r *reader) claimAuthors(rank rank, source, text string) {
	if len(text) > longest || isAddress(text) {
		return
	}
	for i, name := range splitNames(trimBy(text)) {
		if i == 0 || !isRole(name) {
			r.claim(authors, rank, source, name)
		}
	}
}

// trimBy takes away what stands before a name that is declared, where many still write a byline. Words that can begin a name are not it.
func trimBy(text string) string {
	rest := trimLead(text)
	before := strings.TrimRight(text[:len(text)-len(rest)], " ")
	if _, isBy := cutFold(before, "by"); isBy || len(before) > len("verfasst") || strings.HasSuffix(before, ":") {
		return rest
	}
	return text
}

// splitNames returns the names in a text that is a list of names.
func splitNames(text string) (names []string) {
	for _, name := range strings.FieldsFunc(andAsComma(text), isNameBorder) {
		if name = cleanName(name); name != "" {
			names = append(names, name)
		}
	}
	return names
}

func isNameBorder(c rune) bool { return strings.ContainsRune(",;|·•、，", c) }

// andAsComma writes the words that join the last two of a list as commas.
func andAsComma(text string) string {
	for _, word := range [...]string{" and ", " und ", " et ", " y ", " & ", " e ", " och ", " en ", " AND ", " UND "} {
		text = strings.ReplaceAll(text, word, ",")
	}
	return text
}

// leads are what stands before the names of authors.
var leads = [...]string{
	"zeige alle beiträge von", "alle beiträge von", "view all posts by", "all posts by", "view posts by", "voir tous les articles de",
	"ver todas las entradas de",
	"written by", "posted by", "published by", "article by", "story by", "words by", "text by", "reviewed by", "started by", "submitted by",
	"created by",
	"this is a guest post by", "guest post by", "by", "artikel von", "text von", "verfasst von", "geschrieben von", "ein beitrag von",
	"ein artikel von", "von", "autor", "autorin", "author", "authors", "autoren", "auteur", "autore",
	"publié par", "écrit par", "par", "escrito por", "publicado por", "por", "scritto da", "di", "door", "af", "av", "text", "words",
	"текст", "автор", "autorka", "tekst", "作者", "记者", "記者", "文", "撰文", "著者", "執筆",
}

// trimLead takes away what stands before a name.
func trimLead(text string) string {
	for range 2 {
		before := text
		for _, lead := range leads {
			if rest, ok := cutFold(text, lead); ok {
				trimmed := strings.TrimLeft(rest, " :：/／-–—|\u3000")
				if trimmed != rest || rest == "" {
					text = trimmed
					break
				}
			}
		}
		if text == before {
			break
		}
	}
	return text
}

// cutFold cuts a prefix in any letter case.
func cutFold(text, prefix string) (rest string, ok bool) {
	if len(text) >= len(prefix) && strings.EqualFold(text[:len(prefix)], prefix) {
		return text[len(prefix):], true
	}
	return text, false
}

// cleanName returns the name in a text, and nothing for what is none.
func cleanName(name string) string {
	name = strings.TrimFunc(name, func(c rune) bool { return unicode.IsSpace(c) || strings.ContainsRune(":：-–—|/*\"“”", c) })
	name = strings.TrimPrefix(name, "@")
	if len(name) == 0 || len(name) > 100 || utf8.RuneCountInString(name) > 60 || isAddress(name) || strings.Contains(name, "@") || strings.Count(name, " ") > 7 {
		return ""
	}
	if isHost(name) || !strings.ContainsFunc(name, unicode.IsLetter) || strings.ContainsAny(name, "{}<>=[]\\") {
		return ""
	}
	switch strings.ToLower(name) {
	case "null", "undefined", "none", "n/a", "unknown", "anonymous", "guest", "admin", "administrator", "author", "autor", "false", "true", "untitled",
		"webmaster",
		"publisher", "contributor", "user", "root", "editor", "author name", "by", "follow", "share", "reply":
		return ""
	}
	return name
}

// dropSites drops the claims that a site is the author of its own pages, which says nothing.
func (r *reader) dropSites() {
	r.claims[authors] = slices.DeleteFunc(r.claims[authors], func(c claim) bool {
		key := letters(c.value)
		for _, word := range [...]string{" staff", " team", " redaktion", " editors", " editorial", " newsroom", " desk"} {
			key = strings.TrimSuffix(key, word)
		}
		return r.isSite(strings.TrimPrefix(key, "redaktion "))
	})
}
