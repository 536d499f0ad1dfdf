package page

import (
	"strings"

	"tidemark/core/internal/dom"
)

// revealedClasses are those of elements of which a page shows one at a time, or which it shows when a reader asks for them.
var revealedClasses = map[string]bool{
	"accordion-body":                   true, // Bootstrap
	"accordion-collapse":               true,
	"accordion-content":                true,
	"accordion-panel":                  true,
	"callout-content":                  true, // Obsidian Publish
	"code-tabs__content":               true,
	"collapse-content":                 true,
	"collapsible-content":              true,
	"elementor-tab-content":            true, // Elementor
	"expand-content":                   true, // Confluence
	"faq-answer":                       true,
	"mw-collapsible-content":           true, // MediaWiki
	"panel-collapse":                   true, // Bootstrap 3
	"schema-faq-answer":                true, // Yoast
	"sphinx-tabs-panel":                true, // sphinx-tabs
	"sd-tab-content":                   true, // sphinx-design
	"su-spoiler-content":               true, // Shortcodes Ultimate
	"su-tabs-pane":                     true,
	"tab-content":                      true,
	"tab-pane":                         true, // Bootstrap
	"tab-panel":                        true,
	"tabbed-block":                     true, // PyMdown
	"tabpanel":                         true,
	"tabs-panel":                       true, // Foundation
	"toggle-content":                   true,
	"toggle_content":                   true, // Divi
	"et_pb_toggle_content":             true,
	"ui-accordion-content":             true, // jQuery UI
	"ui-tabs-panel":                    true,
	"vc_tta-panel-body":                true, // WPBakery
	"wp-block-accordion-panel":         true, // WordPress
	"wc-tab":                           true, // WooCommerce
	"woocommerce-Tabs-panel":           true,
	"bbCodeSpoiler-content":            true, // XenForo
	"spoiler-content":                  true,
	"spoiler_content":                  true,
	"hide-text":                        true,
	"gdoc-tabs__content":               true, // Hugo Geekdoc
	"tabset-panel":                     true, // Quarto
	"admonition-content":               true,
	"collapseomatic_content":           true, // Collapse-O-Matic
	"kt-accordion-panel":               true, // Kadence
	"kt-tab-inner-content":             true,
	"uagb-faq-content":                 true, // Spectra
	"uael-faq-accordion":               true,
	"rank-math-answer":                 true, // Rank Math
	"w-tab-pane":                       true, // Webflow
	"w-dropdown-list":                  true,
	"usa-accordion__content":           true, // U.S. Web Design System
	"govuk-tabs__panel":                true, // GOV.UK Design System
	"govuk-accordion__section-content": true,
	"mdc-tab-content":                  true,
	"code-tab":                         true,
	"code-tab-content":                 true,
}

// isRevealed reports whether what the page hides is there to be read all the same: it can be found, or is shown by a click. The value is that
// of the attribute hidden.
func (p *Page) isRevealed(id dom.ID, hidden string) bool {
	if p.options.Hidden == HiddenDrop {
		return false
	}
	if strings.EqualFold(hidden, "until-found") {
		return true
	}
	// By these patterns a page shows one at a time, or when a reader asks: https://www.w3.org/WAI/ARIA/apg/patterns/
	if p.doc.Node(id).Traits&dom.HasPurpose != 0 {
		switch p.doc.Value(id, dom.AttrRole) {
		case "tabpanel":
			return true
		case "region": // the panel of an accordion, which is named by its button
			return p.doc.Has(id, dom.AttrAriaLabelledby)
		}
	}
	return p.saysClass(id, revealedClass)
}
