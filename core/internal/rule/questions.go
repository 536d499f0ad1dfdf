package rule

import (
	"bytes"
	"encoding/binary"
	"errors"
	"unicode/utf8"

	"tidemark/core/internal/dom"
	"tidemark/core/internal/hugepage"
	"tidemark/core/internal/units"
)

// What is asked and answered crosses to who is asked as bytes: numbers are of 32 bits in the order of the machine. js/rules/questions.ts has the other side.
//
// Questions begin with their header:
const (
	headerKind      = iota // askMarkdown or askRules
	headerCount            // the number of questions
	headerQuestions        // where they are
	headerText             // where the text of all is, in UTF-8
	headerTextBytes        // and how long
	headerTree             // where the tree is, 0 if it has been sent before
	headerWords
)

// What is asked for.
const (
	askMarkdown = iota // what elements are to be written as
	askRules           // which rules are for which elements

	// AskTokens is that tokens of text are asked for, which is not of rules: see core/measured.go.
	AskTokens
)

// word is the size of a number.
const word = 4

// slack is how much longer a tree may be than its columns: for its header, and what they are aligned by.
const slack = 256

// perQuestion is how many numbers a question has: the element, where its content ends in the text, in UTF-16 units, and the functions that
// match, in two.
const perQuestion = 4

// none is that no rule has answered, and the length of what it has not written, on any machine.
const none = 0xFFFFFFFF_FFFFFFFF

// ErrAnswer says that an answer is none to what was asked.
var ErrAnswer = errors.New("an answer that does not fit the questions")

// questions are those that are open.
type questions struct {
	kind  uint32
	ids   []dom.ID
	words []uint32
	text  []byte
	units uint32
}

func (q *questions) room() int { return hugepage.Room(q.ids) + hugepage.Room(q.words) + cap(q.text) }

// Ask asks for an element by its content.
func (f *Found) Ask(id dom.ID, content []byte) {
	q := &f.asked
	functions, _ := f.set.Split(f.matching[id])
	hugepage.Push(f.watch, &q.ids, id)
	q.text = hugepage.Append(f.watch, hugepage.Grow(f.watch, q.text, len(content)), content)
	q.units += uint32(units.Count(content))
	f.bytes += len(content)
	q.words = append(hugepage.Move(f.watch, q.words, perQuestion), uint32(id), q.units, uint32(functions), uint32(functions>>32))
}

// AskRules asks which rules are for which elements.
func (f *Found) AskRules() { f.asked.kind = askRules }

// AppendQuestions appends what is asked, with the tree if it has not been sent.
func (f *Found) AppendQuestions(dst []byte, doc *dom.Document) []byte {
	q := &f.asked
	var header [headerWords]uint32
	start := len(dst)
	length := word*(headerWords+len(q.words)) + len(q.text)
	if !f.hasSeen {
		length += doc.Size() + slack
	}
	dst = hugepage.Grow(f.watch, dst, length)
	for range header {
		dst = binary.NativeEndian.AppendUint32(dst, 0)
	}
	header[headerKind], header[headerCount] = q.kind, uint32(len(q.ids))
	header[headerQuestions] = uint32(len(dst) - start)
	for _, w := range q.words {
		dst = binary.NativeEndian.AppendUint32(dst, w)
	}
	header[headerText], header[headerTextBytes] = uint32(len(dst)-start), uint32(len(q.text))
	dst = hugepage.Append(f.watch, dst, q.text)
	if !f.hasSeen {
		for (len(dst)-start)%word != 0 {
			dst = append(dst, 0)
		}
		header[headerTree] = uint32(len(dst) - start)
		dst = doc.AppendTree(dst)
		f.hasSeen = true
	}
	for i, w := range header {
		binary.NativeEndian.PutUint32(dst[start+word*i:], w)
	}
	return dst
}

// Asks reports whether there is something to be asked.
func (f *Found) Asks() bool { return f.asked.kind == askRules || len(f.asked.ids) > 0 }

// AsksRules reports whether that is which rules are for which elements.
func (f *Found) AsksRules() bool { return f.asked.kind == askRules }

// Answer takes the answers to what was asked, and keeps the bytes. Who answers says of each question which rule has answered, -1 if none
// has, and how long its Markdown is, in UTF-16 units; the Markdown of all follows. No bytes say that none has. Where none has, the next of the rules that is no function is
// applied, or -1 for none.
func (f *Found) Answer(answers []byte, apply func(id dom.ID, number int)) error {
	const size = 2 * word
	q := f.takeAsked()
	if len(answers) == 0 {
		answers = bytes.Repeat(binary.NativeEndian.AppendUint64(nil, none), len(q.ids))
	}
	if len(answers) < size*len(q.ids) {
		return ErrAnswer
	}
	text := answers[size*len(q.ids):]
	for i, id := range q.ids {
		number := int32(binary.NativeEndian.Uint32(answers[size*i:]))
		end := 0
		if number >= 0 {
			end = endOfUnits(text, int(binary.NativeEndian.Uint32(answers[size*i+word:])))
		}
		if end < 0 || number >= int32(len(f.set.Rules)) {
			return ErrAnswer
		}
		if number < 0 {
			f.answered[id] = struct{}{}
			_, rest := f.set.Split(f.matching[id])
			apply(id, firstOf(rest))
		} else {
			f.Write(id, Written{Rule: int(number), Markdown: text[:end:end]})
		}
		text = text[end:]
	}
	return nil
}

// takeAsked returns the questions that are open, which they are no more.
func (f *Found) takeAsked() questions {
	q := f.asked
	f.asked = questions{}
	return q
}

// AnswerRules takes the rules that are for elements, a pair of numbers for each element and its rule, and applies them.
func (f *Found) AnswerRules(doc *dom.Document, answers []byte, apply func(id dom.ID, number int)) error {
	const size = 2 * word
	f.takeAsked()
	for ; len(answers) >= size; answers = answers[size:] {
		id, number := binary.NativeEndian.Uint32(answers), binary.NativeEndian.Uint32(answers[word:])
		if number >= uint32(len(f.set.Rules)) || id <= uint32(dom.Root) || int(id) >= len(doc.Nodes()) || doc.Node(dom.ID(id)).Kind != dom.KindElement {
			return ErrAnswer
		}
		apply(dom.ID(id), f.Match(dom.ID(id), 1<<number))
	}
	return nil
}

// endOfUnits returns where so many UTF-16 units end, less than 0 if there are not so many.
func endOfUnits(text []byte, units int) int {
	at := 0
	for units > 0 && at < len(text) {
		if text[at] < utf8.RuneSelf {
			at, units = at+1, units-1
			continue
		}
		r, size := utf8.DecodeRune(text[at:])
		at, units = at+size, units-1
		if r > 0xFFFF {
			units--
		}
	}
	if units != 0 {
		return -1
	}
	return at
}
