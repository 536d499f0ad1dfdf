package markdown

import (
	"context"

	"tidemark/core/internal/dom"
)

// Prepare begins a document that is whole and whose rules ask. Then Ask and Answer take turns as long as there is something to be asked, and
// Finish renders it.
func (r *Renderer) Prepare(ctx context.Context, doc *dom.Document, s *Settings) (err error) {
	r.watch.Begin(ctx)
	defer r.watch.End(&err)
	r.start(doc, s, false)
	r.progress = progress{}
	r.readHead()
	if s.Selectors != nil {
		r.choose()
	}
	r.chooseMain()
	if s.ReferRepeated {
		r.countLinks()
	}
	r.page.Scan()
	r.prepareToAsk(r.page.ShowHidden)
	if s.Rules.Decides {
		r.found.AskRules()
	}
	return r.err
}

// prepareToAsk begins to write the document, with or without what is hidden in it, and finds what is to be asked for of what is shown.
func (r *Renderer) prepareToAsk(showHidden bool) {
	r.beginDocument(nil, showHidden)
	r.found.Again(r.applyRule)
	r.found.Levels(r.doc, func(id dom.ID) (skipped bool) { return !r.look(id) })
}

// look reports whether what is in an element is shown and may be written by rules. It is asked for elements in the order of the document, before
// they are rendered in another.
func (r *Renderer) look(id dom.ID) bool {
	n := r.doc.Node(id)
	if n.Traits&dom.Kept != 0 && n.Traits&dom.Ruled == 0 || r.page.NeedsCheck(n) && r.page.IsUnseen(id) {
		return false
	}
	if n.Tag == dom.TagTemplate {
		r.page.FillSlots(id)
	}
	return true
}

// Ask appends what is to be asked next. It returns false when there is nothing left.
func (r *Renderer) Ask(ctx context.Context, dst []byte) (questions []byte, asks bool, err error) {
	r.watch.Begin(ctx)
	defer r.watch.End(&err)
	r.asking = true
	for _, id := range r.found.NextLevel() {
		r.found.Ask(id, r.content(id))
		if r.checkRules(); r.stopped() {
			break
		}
	}
	r.asking = false
	switch {
	case r.err != nil:
		return nil, false, r.err
	case r.w.full:
		return nil, false, ErrTooLong
	case !r.found.Asks():
		return nil, false, nil
	}
	return r.found.AppendQuestions(dst, r.doc), true, nil
}

// Answer takes the answers to what was asked last, and keeps them.
func (r *Renderer) Answer(ctx context.Context, answers []byte) (err error) {
	r.watch.Begin(ctx)
	defer r.watch.End(&err)
	if r.found.AsksRules() {
		if err := r.found.AnswerRules(r.doc, answers, r.applyRule); err != nil {
			return err
		}
		r.prepareToAsk(r.page.ShowHidden)
		return r.err
	}
	return r.found.Answer(answers, r.applyRule)
}

// Finish appends the Markdown to dst. It returns true where more is to be asked instead, since the page hides more than it shows.
func (r *Renderer) Finish(ctx context.Context, dst []byte) (out []byte, again bool, err error) {
	r.watch.Begin(ctx)
	defer r.watch.End(&err)
	r.w.reset(r.w.expect(dst, len(r.doc.Source()), r.settings.MaxOutputBytes), r.settings.MaxOutputBytes)
	r.beginCleaning() // What was asked for has been written before.
	r.children(dom.Root)
	r.endDocument()
	if r.err == errHidesMost {
		r.err = nil
		r.prepareToAsk(true)
		return nil, true, nil
	}
	r.read()
	out, r.w.out = r.w.out, nil
	if r.err == nil && r.w.full {
		return out, false, ErrTooLong
	}
	return out, false, r.err
}
