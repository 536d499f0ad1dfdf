package turndown

import (
	"context"
	"encoding/binary"

	"tidemark/core/internal/dom"
	"tidemark/core/internal/rule"
	"tidemark/core/internal/watch"
)

// What an element is written as, where who is asked decides: the numbers of the rules. js/turndown/ has them, too.
const (
	Answered = iota // what is answered, by its content
	AsHTML
	Removed
	AsContent // what it holds
)

var formOfRule = [...]form{AsHTML: keptForm, Removed: removedForm, AsContent: noForm}

// AskedRules are the rules of who decides what each element is written as.
func AskedRules(inOrder bool) *rule.Set {
	s := rule.NewSet([]rule.Rule{Answered: {Kind: rule.Function}, AsHTML: {}, Removed: {}, AsContent: {}}, true)
	s.InOrder = inOrder
	return s
}

// Prepare begins a document of which who converts is asked. Then Ask and Answer take turns as long as there is something to be asked, and
// Finish renders it.
func (r *Renderer) Prepare(ctx context.Context, doc *dom.Document, s *Settings) (err error) {
	r.watch.Begin(ctx)
	defer r.watch.End(&err)
	r.prepare(doc, s)
	r.markBlank()
	r.found.Begin(&r.watch, s.Rules)
	r.found.AskRules()
	return nil
}

// blankMark is the rule of elements that show and say nothing, until who is asked has decided: js/turndown/shape.ts reads it.
const blankMark = 255

func (r *Renderer) markBlank() {
	steps := 0
	for id := r.doc.Following(r.root, r.root); id != 0; id = r.doc.Following(id, r.root) {
		if steps++; steps%watch.EverySteps == 0 {
			r.watch.Look()
		}
		if n := r.doc.Node(id); n.Kind == dom.KindElement && r.isBlank(id) {
			n.Rule = blankMark
		}
	}
}

// Ask appends what is to be asked next. It returns false when there is nothing left.
func (r *Renderer) Ask(ctx context.Context, dst []byte) (questions []byte, asks bool, err error) {
	r.watch.Begin(ctx)
	defer r.watch.End(&err)
	for _, id := range r.found.NextLevel() {
		content, err := r.content(id)
		if err != nil {
			return nil, false, err
		}
		r.found.Ask(id, content)
	}
	if !r.found.Asks() {
		return nil, false, nil
	}
	return r.found.AppendQuestions(dst, r.doc), true, nil
}

// content renders what is in an element, which holds until the next is. Where white space at its edges is written outside of it, it has
// none.
func (r *Renderer) content(id dom.ID) ([]byte, error) {
	r.w.reset(r.w.out[:0], r.settings.MaxOutputBytes)
	r.w.edges = edges{trims: begun, drops: begun, absorbs: begun}
	codes := 0
	if n := r.doc.Node(id); r.facts[id]&isCode != 0 || n.Tag == dom.TagCode {
		codes = 1
	}
	r.startAt(codes)
	r.children(id)
	r.w.flush()
	switch {
	case r.err != nil:
		return nil, r.err
	case r.w.full:
		return nil, ErrTooLong
	case elements[r.doc.Node(id).Tag].block || !r.mayHaveEdges(id):
		return r.w.out, nil
	}
	r.codes = codes - codeOf(r.doc.Node(id))
	if leading, _ := r.edgesOf(id); len(r.edgeTexts) == leading {
		return r.w.out, nil
	}
	content := r.w.out[:trailingSpace(r.w.out)]
	return content[leadingSpace(content):], nil
}

// answered writes an element as has been answered.
func (r *Renderer) answered(id dom.ID, block bool) {
	written, _ := r.found.Of(id)
	if block {
		r.w.pieceBytes(written.Markdown)
		return
	}
	e := openElement{trailing: len(r.edgeTexts)}
	r.w.join(0)
	before := len(r.w.out)
	if e.trims = r.beginEdges(id); len(r.w.out) > before {
		r.w.bytes(written.Markdown)
	} else {
		r.w.pieceBytes(written.Markdown)
	}
	r.endEdges(&e)
}

// Answer takes the answers to what was asked last, and keeps them. With which rule is for which element may come the texts of all that are
// not code, escaped: after a pair of 0 and their number the text and its length of each, and the texts.
func (r *Renderer) Answer(ctx context.Context, answers []byte) (err error) {
	r.watch.Begin(ctx)
	defer r.watch.End(&err)
	if !r.found.AsksRules() {
		return r.found.Answer(answers, r.applyRule)
	}
	rules, texts := cutTexts(answers)
	if err := r.takeTexts(texts); err != nil {
		return err
	}
	if err := r.found.AnswerRules(r.doc, rules, r.applyRule); err != nil {
		return err
	}
	r.found.Levels(r.doc, func(dom.ID) bool { return false })
	return nil
}

// applyRule applies a rule to an element: none if its number is less than 0.
func (r *Renderer) applyRule(id dom.ID, number int) {
	n := r.doc.Node(id)
	if n.Traits &^= dom.Ruled; number >= 0 {
		n.Traits |= dom.Ruled
		n.Rule = uint8(number)
	}
}

// pair is the size of two numbers.
const pair = 8

// cutTexts returns the answers before the pair that texts begin with, and what is after its first number.
func cutTexts(answers []byte) (rules, texts []byte) {
	for at := 0; at+pair <= len(answers); at += pair {
		if binary.NativeEndian.Uint32(answers[at:]) == 0 {
			return answers[:at], answers[at+pair/2:]
		}
	}
	return answers, nil
}

func (r *Renderer) takeTexts(answer []byte) error {
	if len(answer) == 0 {
		return nil
	}
	n := int(binary.NativeEndian.Uint32(answer))
	pairs := answer[pair/2:]
	if n > len(pairs)/pair {
		return rule.ErrAnswer
	}
	text := pairs[n*pair:]
	r.escapes = make(map[dom.ID][]byte, n)
	for i := range n {
		id, size := binary.NativeEndian.Uint32(pairs[i*pair:]), int(binary.NativeEndian.Uint32(pairs[i*pair+pair/2:]))
		if size > len(text) {
			return rule.ErrAnswer
		}
		r.escapes[dom.ID(id)], text = text[:size:size], text[size:]
	}
	return nil
}

// Finish appends the Markdown to dst, when all that was asked has been answered. There is never more to be asked.
func (r *Renderer) Finish(ctx context.Context, dst []byte) (out []byte, again bool, err error) {
	r.watch.Begin(ctx)
	defer r.watch.End(&err)
	out, err = r.document(dst)
	r.w.out = nil
	return out, false, err
}

// End drops what belongs to the document.
func (r *Renderer) End() { r.release() }
