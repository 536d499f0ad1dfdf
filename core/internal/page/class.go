package page

import (
	"maps"

	"tidemark/core/internal/dom"
	"tidemark/core/internal/page/class"
	"tidemark/core/internal/page/formula"
)

const (
	editLinkClass   class.Set = formula.FreeClass << iota // a link to edit a section
	permalinkClass                                        // a link to where it stands
	emojiClass                                            // an image that stands for a character
	revealedClass                                         // what is shown when a reader asks for it
	taskListClass                                         // a list of tasks, or the box of one
	doneClass                                             // a task that is done
	codeBoxClass                                          // see codeBoxes and codeLines
	alertClass                                            // see alertFrames
	furnitureClass                                        // see furnitureClasses
	partClass                                             // see partClasses
	buttonClass                                           // a link that looks like a button
	darkClass                                             // an image for a dark page
	codeSpanClass                                         // <span> that is code
	spanClass                                             // see spanKinds
	flagClass                                             // see flagClasses
	layoutListClass                                       // a list that lays out a page
	boxTableClass                                         // a box whose children are the cells of a table
	flatItemClass                                         // an item that says on which level it is
	listBoxClass                                          // a box around a list
	alertKindClass                                        // see alertClasses
)

// vocabulary is what classes say that are asked for often.
var vocabulary = class.NewVocabulary(maps.All(formula.Classes), class.Words(editLinks, editLinkClass), class.Words(permalinkClasses, permalinkClass),
	class.Words(emojiClasses, emojiClass), class.Words(revealedClasses, revealedClass), class.Words(taskListClasses, taskListClass),
	class.Words(doneClasses, doneClass), class.Words(codeBoxes, codeBoxClass), class.Words(codeLines, codeBoxClass), class.Words(map[string]bool{codeBoxPrefix + "*": true}, codeBoxClass),
	class.Words(alertFrames, alertClass), class.Words(alertClasses, alertClass|alertKindClass),
	class.Words(furnitureClasses, furnitureClass), class.Words(partClasses, partClass), class.Words(partPrefixes, partClass),
	class.Words(buttonClasses, buttonClass), class.Words(darkClasses, darkClass),
	class.Words(codeSpans, codeSpanClass), class.Words(spanKinds, spanClass), class.Words(flagClasses, flagClass),
	class.Words(layoutLists, layoutListClass), class.Words(boxTables, boxTableClass),
	class.Words(flatItems, flatItemClass), class.Words(listBoxes, listBoxClass))

// Classes are the words of the vocabulary, for whoever parses a document.
var Classes = vocabulary.Filter()

// HasClass reports whether an element has a class that says something.
func (p *Page) HasClass(id dom.ID) bool { return p.classes.Of(id) != 0 }

// saysClass reports whether the classes of an element say that.
func (p *Page) saysClass(id dom.ID, what class.Set) bool { return p.classes.Of(id)&what != 0 }

// byWord returns what each word says of lists of words that say the same.
func byWord[T comparable](lists map[T][]string) map[string]T {
	table := map[string]T{}
	for said, words := range lists {
		for _, word := range words {
			table[word] = said
		}
	}
	return table
}
