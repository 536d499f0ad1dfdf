package turndown

import (
	"tidemark/core/internal/dom"
	"tidemark/core/internal/hugepage"
	"tidemark/core/internal/watch"
)

// survey is what is known of nodes by what they hold.
type survey struct {
	doc      *dom.Document
	watch    *watch.Watch
	settings *Settings
	facts    []facts
	texts    []texts
}

// facts are what an element holds.
type facts uint8

const (
	hasWords      facts = 1 << iota // text that is not white space
	hasMeaningful                   // elements that say something though they show nothing, or are void
	hasLinks
	isCode // it is code, or in code
)

// texts are the first and the last text in a node that is not empty, 0 where there is none.
type texts struct{ first, last dom.ID }

// look surveys what is in root.
func (s *survey) look(root dom.ID) {
	n, codes := len(s.doc.Nodes()), 0
	s.facts, s.texts = hugepage.Renew(s.watch, s.facts, n)[:n], hugepage.Renew(s.watch, s.texts, n)[:n]
	clear(s.facts)
	clear(s.texts)
	id := s.doc.Node(root).First
	for steps := 0; id != 0; steps++ {
		if steps%watch.EverySteps == 0 {
			s.watch.Look()
		}
		if n := s.doc.Node(id); n.Kind == dom.KindText {
			s.lookAt(id)
		} else if n.First != 0 {
			codes += s.enter(id, codes)
			id = n.First
			continue
		}
		for s.tell(id); s.doc.Node(id).Next == 0; s.tell(id) {
			if id = s.doc.Node(id).Parent; id == root {
				return
			}
			codes -= codeOf(s.doc.Node(id))
		}
		id = s.doc.Node(id).Next
	}
}

// enter notes of an element in so many codes whether it is code, and returns how many more are in it.
func (s *survey) enter(id dom.ID, codes int) int {
	n := codeOf(s.doc.Node(id))
	if codes+n > 0 {
		s.facts[id] = isCode
	}
	return n
}

func codeOf(n *dom.Node) int {
	if n.Tag == dom.TagCode {
		return 1
	}
	return 0
}

// lookAt looks at a text.
func (s *survey) lookAt(id dom.ID) {
	text := s.doc.Text(id)
	if text == "" {
		return
	}
	s.texts[id] = texts{id, id}
	if leadingSpace(text) < len(text) {
		s.facts[id] = hasWords
	}
}

// tell tells the parent of a node what is in it.
func (s *survey) tell(id dom.ID) {
	n := s.doc.Node(id)
	e := &elements[n.Tag]
	if n.Kind == dom.KindElement && (e.void || e.meaningful) {
		s.facts[n.Parent] |= hasMeaningful
	}
	if n.Tag == dom.TagA {
		s.facts[n.Parent] |= hasLinks
	}
	if s.settings.isSilent(n) {
		return
	}
	s.facts[n.Parent] |= s.facts[id] &^ isCode
	if here := s.texts[id]; here.first != 0 {
		around := &s.texts[n.Parent]
		if around.first == 0 {
			around.first = here.first
		}
		around.last = here.last
	}
}

// isBlank reports whether an element shows and says nothing.
func (s *survey) isBlank(id dom.ID) bool {
	e := &elements[s.doc.Node(id).Tag]
	return s.facts[id]&^isCode == 0 && !e.void && !e.meaningful
}

// nextText returns the text after another in root, 0 where there is none.
func (s *survey) nextText(id, root dom.ID) dom.ID {
	for id = s.doc.Following(id, root); id != 0; {
		switch n := s.doc.Node(id); {
		case n.Kind == dom.KindText:
			return id
		case s.settings.isSilent(n):
			id = s.doc.FollowingSkipped(id, root)
		default:
			id = s.doc.Following(id, root)
		}
	}
	return 0
}

// previousText returns the text before another in root, 0 where there is none.
func (s *survey) previousText(id, root dom.ID) dom.ID {
	for id != root {
		n := s.doc.Node(id)
		if n.Prev == 0 {
			id = n.Parent
			continue
		}
		id = n.Prev
		if last := s.texts[id].last; last != 0 && !s.settings.isSilent(s.doc.Node(id)) {
			return last
		}
	}
	return 0
}

func (s *survey) room() int { return hugepage.Room(s.facts) + hugepage.Room(s.texts) }
