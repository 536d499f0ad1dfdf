package html_test

import (
	"context"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"tidemark/core/internal/dom"
	"tidemark/core/internal/html"
	"tidemark/core/internal/tool/treetext"
)

func TestIslands(t *testing.T) {
	const source = "<ac:task-list><en-todo/><ac:x/><![CDATA[a]]>"
	for islands, tree := range map[bool]string{
		true:  "| <html>\n|   <body>\n|     <ul>\n|       <en-todo>\n|         <ac:x>\n|         \"a\"\n",
		false: "| <html>\n|   <body>\n|     <ac:task-list>\n|       <en-todo>\n|         <ac:x>\n|           <!-- [CDATA[a]] -->\n",
	} {
		var p html.Parser
		var doc dom.Document
		require.NoError(t, p.Parse(context.Background(), &doc, []byte(source), html.Options{InBody: true, Islands: islands, Comments: true}))
		assert.Equal(t, tree, treetext.Of(&doc, dom.Root))
	}
}

func TestInBody(t *testing.T) {
	const source = "<!doctype html><html a><head><title>t</title></head><frameset><tr><p><table></table></body><!-- a --> <!-- b --><b>"
	var p html.Parser
	var doc dom.Document
	require.NoError(t, p.Parse(context.Background(), &doc, []byte(source), html.Options{InBody: true, Comments: true, FirstTags: true}))
	assert.True(t, doc.Quirks)
	assert.Equal(t, "| <html>\n|   <body>\n|     <title>\n|       \"t\"\n|     <p>\n|       <table>\n|       \" \"\n|       <b>\n|   <!--  a  -->\n|   <!--  b  -->\n",
		treetext.Of(&doc, dom.Root))
}
