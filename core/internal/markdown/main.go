package markdown

import (
	"tidemark/core/internal/article"
	"tidemark/core/internal/page"
)

// chooseMain leaves out all but the main content of a document that is whole, if that is all that is to be converted. With it is settled
// whether what the page hides is shown: what is left out must not count for that.
func (r *Renderer) chooseMain() {
	r.page.ShowHidden = r.settings.Page.Hidden == page.HiddenKeep
	if r.chosen = nil; !r.settings.Main && !r.Main {
		return
	}
	if r.article == nil {
		r.article = new(article.Finder)
	}
	r.chosen = r.article.Find(&r.watch, r.doc, &r.page, r.settings.Prefer)
	r.article.Apply()
}
