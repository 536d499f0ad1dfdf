package page

import (
	"strings"

	"tidemark/core/internal/dom"
)

// Island is what an element is whose name is one of the storage format of Confluence
// (https://confluence.atlassian.com/doc/confluence-storage-format-790796544.html) or of the notes of Evernote
// (https://dev.evernote.com/doc/articles/enml.php), or of a few other elements that a script gives a meaning.
type Island uint8

const (
	NoIsland   Island = iota
	Macro             // a part of the page with a name and parameters
	Parameter         // of a macro
	Picture           // an image, with its source in it
	Resource          // what a link or an image is to
	Emoticon          // a picture for a character
	Todo              // the box of a task
	Attachment        // a file of a note
	Data              // what is not shown
	NoteHere          // a footnote, where it is referred to
	Film              // a film that a script embeds
)

var islands = map[string]Island{
	"ac:structured-macro": Macro, "ac:macro": Macro,
	"ac:parameter": Parameter, "ac:default-parameter": Parameter,
	"ac:image": Picture, "ac:emoticon": Emoticon, "ac:task-status": Todo,
	"ac:task-id": Data, "ac:task-uuid": Data, "ac:placeholder": Data, "ac:adf-attribute": Data, "ac:adf-fallback": Data, "ac:adf-mark": Data,
	"ri:page": Resource, "ri:blog-post": Resource, "ri:attachment": Resource, "ri:user": Resource, "ri:url": Resource, "ri:space": Resource,
	"en-todo": Todo, "en-media": Attachment, "en-crypt": Data,
	"d-footnote": NoteHere, "d-footnote-list": Data, "d-citation-list": Data, "d-bibliography": Data, // Distill: distillpub/template, src/components
	"lite-youtube": Film, "lite-vimeo": Film, "amp-youtube": Film, "amp-vimeo": Film,
}

// shownParameters are the parameters that a reader sees, by their macro.
var shownParameters = map[string]string{
	"code": "title", "noformat": "title", "panel": "title", "expand": "title", "info": "title", "note": "title", "tip": "title",
	"warning": "title", "status": "title", "jira": "key",
}

// emoticons are the characters that Confluence has pictures for.
// https://confluence.atlassian.com/doc/symbols-emojis-and-special-characters-139499.html
var emoticons = map[string]string{
	"smile": "🙂", "sad": "🙁", "cheeky": "😛", "laugh": "😀", "wink": "😉", "thumbs-up": "👍", "thumbs-down": "👎", "information": "ℹ",
	"tick": "✅", "cross": "❌", "warning": "⚠", "plus": "➕", "minus": "➖", "question": "❓", "light-on": "💡", "light-off": "💡",
	"yellow-star": "⭐", "red-star": "⭐", "green-star": "⭐", "blue-star": "⭐", "heart": "❤", "broken-heart": "💔",
}

// IslandOf returns what an element is in those vocabularies.
func (p *Page) IslandOf(id dom.ID) Island {
	n := p.doc.Node(id)
	if n.Kind != dom.KindElement || n.Tag != dom.Unknown || n.Namespace != dom.HTML {
		return NoIsland
	}
	if !p.isIsland(id) {
		return NoIsland
	}
	return islands[p.doc.Name(id)]
}

// isIsland reports whether the name of an element looks like one of the vocabularies, or is one of the others.
func (p *Page) isIsland(id dom.ID) bool {
	name := p.doc.Name(id)
	if len(name) < 5 || name[2] == ':' || name[2] == '-' {
		return len(name) > 3 && (name[2] == ':' || name[2] == '-')
	}
	return (name[1] == '-' || name[3] == '-' || name[4] == '-') && islands[name] != NoIsland
}

// islandAttr returns the value of an attribute by its name, as the vocabularies write it.
func (p *Page) islandAttr(id dom.ID, name string) string {
	for a := range p.doc.Attrs(id) {
		if a.Name == name {
			return a.Value
		}
	}
	return ""
}

// MacroName returns the name of a macro.
func (p *Page) MacroName(id dom.ID) string {
	if p.IslandOf(id) != Macro {
		return ""
	}
	return strings.ToLower(p.islandAttr(id, "ac:name"))
}

// MacroCode returns the body of a macro that is code, or 0.
func (p *Page) MacroCode(id dom.ID) dom.ID {
	if name := p.MacroName(id); name == "code" || name == "noformat" {
		return p.childNamed(id, "ac:plain-text-body")
	}
	return 0
}

// MacroParameter returns a parameter of a macro, or 0.
func (p *Page) MacroParameter(id dom.ID, name string) dom.ID {
	for c := p.doc.Node(id).First; c != 0; c = p.doc.Node(c).Next {
		if p.IslandOf(c) == Parameter && p.islandAttr(c, "ac:name") == name {
			return c
		}
	}
	return 0
}

// IsBlockMacro reports whether a macro is a block that may have a title.
func (p *Page) IsBlockMacro(id dom.ID) bool {
	return shownParameters[p.MacroName(id)] == "title" && p.MacroName(id) != "status"
}

// childNamed returns the first child with that name, or 0.
func (p *Page) childNamed(id dom.ID, name string) dom.ID {
	for c := p.doc.Node(id).First; c != 0; c = p.doc.Node(c).Next {
		if p.doc.Node(c).Kind == dom.KindElement && p.doc.Name(c) == name {
			return c
		}
	}
	return 0
}

// hasLinkBody reports whether a link has a text of its own.
func (p *Page) hasLinkBody(link dom.ID) bool {
	c := p.doc.Node(link).First
	for range lookAhead {
		if c == 0 {
			break
		}
		if name := p.doc.Name(c); p.doc.Node(c).Kind == dom.KindElement && (name == "ac:plain-text-link-body" || name == "ac:link-body") {
			return true
		}
		c = p.doc.Node(c).Next
	}
	return false
}

// isIslandData reports whether an element of the vocabularies is not shown, nor is what is in it.
func (p *Page) isIslandData(id dom.ID) bool {
	switch p.IslandOf(id) {
	case Data:
		return true
	case Todo:
		return p.doc.Name(id) == "ac:task-status" // It says what its state is called.
	case Parameter:
		shown := shownParameters[p.MacroName(p.doc.Node(id).Parent)]
		return shown == "" || p.islandAttr(id, "ac:name") != shown
	}
	return false
}

// IsChecked reports whether the box of a task is checked.
func (p *Page) IsChecked(box dom.ID) bool {
	if p.IslandOf(box) != Todo {
		return p.doc.Has(box, dom.AttrChecked) || p.isDone(box)
	}
	if p.doc.Name(box) == "en-todo" {
		return p.doc.Value(box, dom.AttrChecked) == "true"
	}
	first := p.doc.Node(box).First
	return p.IsText(first) && strings.TrimSpace(p.doc.Text(first)) == "complete"
}

// pictureSource returns the address of a picture, or the name of the file that it is.
func (p *Page) pictureSource(id dom.ID) (source string) {
	for c := p.doc.Node(id).First; c != 0; c = p.doc.Node(c).Next {
		if p.IslandOf(c) == Resource {
			if source = p.islandAttr(c, "ri:value"); source == "" {
				source = p.islandAttr(c, "ri:filename")
			}
			return source
		}
	}
	return ""
}

// IslandText returns the text that an element without any stands for.
func (p *Page) IslandText(id dom.ID) string {
	switch p.IslandOf(id) {
	case Picture:
		return p.islandAttr(id, "ac:alt")
	case Attachment:
		return p.doc.Value(id, dom.AttrAlt)
	case Emoticon:
		if text := p.islandAttr(id, "ac:emoji-fallback"); text != "" {
			return text
		}
		return emoticons[p.islandAttr(id, "ac:name")]
	case Todo:
		if p.IsChecked(id) {
			return "☑ "
		}
		return "☐ "
	case Resource:
		if link := p.doc.Node(id).Parent; p.doc.Name(link) != "ac:link" || id != p.doc.Node(link).First || p.hasLinkBody(link) {
			return ""
		}
		for _, name := range [...]string{"ri:content-title", "ri:filename", "ri:username", "ri:value", "ri:space-key"} {
			if text := p.islandAttr(id, name); text != "" {
				return text
			}
		}
	}
	return ""
}
