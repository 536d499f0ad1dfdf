// Package class reads class attributes: which of the words in them say something.
package class

import (
	"iter"
	"maps"
	"strings"

	"tidemark/core/internal/ascii"
	"tidemark/core/internal/dom"
	"tidemark/core/internal/page/known"
)

// Set is what the words of a class attribute say, a bit for each kind.
type Set uint32

// Vocabulary is all the words that say something.
type Vocabulary struct {
	words    map[string]Set
	prefixes []prefix
	begins   [256][4]uint64 // by the first byte of a word: a bit for each second byte that it may have then, a space where it has none
}

type prefix struct {
	text string
	set  Set
}

// NewVocabulary returns one of several tables. A word that ends with an asterisk is the beginning of others.
func NewVocabulary(tables ...iter.Seq2[string, Set]) *Vocabulary {
	v := &Vocabulary{words: map[string]Set{}}
	for _, table := range tables {
		for word, set := range table {
			if text, isPrefix := strings.CutSuffix(word, "*"); isPrefix {
				v.prefixes = append(v.prefixes, prefix{text, set})
			} else {
				v.words[word] |= set
			}
			word += " "
			v.begins[word[0]][word[1]/64] |= 1 << (word[1] % 64)
		}
	}
	return v
}

// All returns the words, and the beginnings of others.
func (v *Vocabulary) All() iter.Seq[string] {
	return func(yield func(string) bool) {
		for word := range v.words {
			if !yield(word) {
				return
			}
		}
		for i := range v.prefixes {
			if !yield(v.prefixes[i].text) {
				return
			}
		}
	}
}

// Filter returns a filter of the words.
func (v *Vocabulary) Filter() *dom.WordFilter {
	prefixes := make([]string, len(v.prefixes))
	for i := range v.prefixes {
		prefixes[i] = v.prefixes[i].text
	}
	return dom.NewWordFilter(maps.Keys(v.words), prefixes)
}

// Words returns a table in which the keys of another all say the same.
func Words[T any](of map[string]T, set Set) iter.Seq2[string, Set] {
	return func(yield func(string, Set) bool) {
		for word := range of {
			if !yield(word, set) {
				return
			}
		}
	}
}

// longest is how much of an attribute is looked at.
const longest = 256

// Read returns what a class attribute says.
func (v *Vocabulary) Read(attribute string) (set Set) {
	attribute = attribute[:min(len(attribute), longest)]
	for at := 0; at < len(attribute); at++ {
		start, second := at, byte(' ')
		if at+1 < len(attribute) && !ascii.IsSpace(attribute[at+1]) {
			second = attribute[at+1]
		}
		mayBe := v.begins[attribute[at]][second/64]>>(second%64)&1 != 0
		for at+8 <= len(attribute) && !holdsSpace(ascii.WordOf(attribute[at:])) {
			at += 8
		}
		for at < len(attribute) && !ascii.IsSpace(attribute[at]) {
			at++
		}
		if mayBe && start < at {
			set |= v.word(attribute[start:at])
		}
	}
	return set
}

// holdsSpace reports whether one of eight bytes may be white space: it is a space, or less.
func holdsSpace(word uint64) bool { return (word-0x21*ascii.Ones)&^word&ascii.Highs != 0 }

// word returns what one word says.
func (v *Vocabulary) word(word string) Set {
	set := v.words[word]
	for i := range v.prefixes {
		if strings.HasPrefix(word, v.prefixes[i].text) {
			set |= v.prefixes[i].set
		}
	}
	return set
}

// Reader reads the class attributes of one document after another. The zero Reader is ready.
type Reader struct {
	vocabulary *Vocabulary
	doc        *dom.Document
	last       dom.ID // the element that was asked for last, and what its classes say
	lastSet    Set
	known      known.Values[Set]
}

// Begin begins a document, whose words are those of a vocabulary: always the same.
func (r *Reader) Begin(doc *dom.Document, v *Vocabulary) { r.doc, r.last, r.vocabulary = doc, 0, v }

// Forget forgets the element that was asked for last: nodes have got other IDs.
func (r *Reader) Forget() { r.last = 0 }

// Release lets go of the document.
func (r *Reader) Release() { r.doc, r.last = nil, 0 }

// Room is how many bytes there is room for.
func (r *Reader) Room() int { return r.known.Room() }

// Of returns what the classes of an element say.
func (r *Reader) Of(id dom.ID) Set {
	switch {
	case r.doc.Node(id).Traits&dom.HasKnownClass == 0:
		return 0
	case id != r.last:
		r.last, r.lastSet = id, r.read(id)
	}
	return r.lastSet
}

func (r *Reader) read(id dom.ID) Set {
	raw, ok := r.doc.Raw(id, dom.AttrClass)
	switch {
	case !ok:
		return r.vocabulary.Read(r.doc.Value(id, dom.AttrClass))
	case len(raw) <= atOnce:
		return r.vocabulary.Read(raw)
	}
	set, isKnown := r.known.Of(raw)
	if !isKnown {
		*set = r.readRaw(id, raw)
	}
	return *set
}

// atOnce is the length of the longest attribute that is read sooner than found: mostly one of a token of code.
const atOnce = 3

// readRaw reads an attribute as it stands in the source. Without references it is the value, but for bytes that are in no word.
func (r *Reader) readRaw(id dom.ID, raw string) Set {
	if strings.IndexByte(raw, '&') >= 0 {
		raw = r.doc.Value(id, dom.AttrClass)
	}
	return r.vocabulary.Read(raw)
}
