package metadata_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestBylines(t *testing.T) {
	const head = `<title>Tides</title><h1>Tides</h1>`
	for source, want := range map[string][]string{
		// Markup.
		head + `<a rel=author href=/ann>Ann Ebb</a>`:                                                       {"Ann Ebb"},
		head + `<a rel="nofollow Author" href=/ann>View all posts by Ann Ebb</a>`:                          {"Ann Ebb"},
		head + `<span class=author-name>annebb</span>`:                                                     {"annebb"},
		head + `<span class="post__authorName">Ann van Ebb</span>`:                                         {"Ann van Ebb"},
		head + `<div class=byline>By Ann Ebb and Bo Flood | 2 January 2020</div>`:                          {"Ann Ebb", "Bo Flood"},
		head + `<div class=byline>Posted on January 2, 2020 by Ann Ebb</div>`:                              {"Ann Ebb"},
		head + `<div class=author>Von <b>Ann Ebb</b> am 2. Januar 2020</div>`:                              {"Ann Ebb"},
		head + `<div class=author>Ann Ebb, Staff Writer</div>`:                                             {"Ann Ebb"},
		head + `<a href=/authors/ann>Ann Ebb</a>`:                                                          {"Ann Ebb"},
		head + `<ul><li><b class=author>Ann Ebb</b><li><b class=author>Bo Flood</b></ul>`:                  {"Ann Ebb", "Bo Flood"},
		head + `<div class="author field--label-hidden">Ann Ebb</div>`:                                     {"Ann Ebb"},
		`<meta name="twitter:label1" content="Written by"><meta name="twitter:data1" content="Ann Ebb">`:   {"Ann Ebb"},
		`<meta name="twitter:label1" content="Reading time"><meta name="twitter:data1" content="Ann Ebb">`: nil,

		// What is no name, or of somebody else.
		head + `<div class=author-bio>Ann Ebb</div>`:                                               nil,
		head + `<img class=author-avatar alt="Ann Ebb">`:                                           nil,
		head + `<div class=author>Read more!</div><div class=author>Log in</div>`:                  nil,
		head + `<div class=author>Ann Ebb has been writing about the sea for twenty years</div>`:   nil,
		head + `<div class=comment><b class=author>Ann Ebb</b></div>`:                              nil,
		head + `<aside><a rel=author>Ann Ebb</a></aside>`:                                          nil,
		head + `<div class=related-posts><div class=byline>By Ann Ebb</div></div>`:                 nil,
		`<div class=sidebar-right>` + head + `<div class=byline>By Ann Ebb</div></div>`:            {"Ann Ebb"}, // The heading is in it, too.
		head + `<meta name=author content="ann@pier.example"><meta name=author content="pier.de">`: nil,
		head + `<meta name=author content=admin>`:                                                  nil,

		// Text near the heading.
		head + `<p>By Ann Ebb</p>`:                                 {"Ann Ebb"},
		head + `<p>By <a>ANN EBB</a> – 2020-01-02</p>`:             {"ANN EBB"},
		head + `<p>Von Ann Ebb</p>`:                                {"Ann Ebb"},
		head + `<p>Par Ann Ebb</p>`:                                {"Ann Ebb"},
		head + `<p>Por Ann Ebb</p>`:                                {"Ann Ebb"},
		head + `<p>Autor: Ann Ebb</p>`:                             {"Ann Ebb"},
		head + `<h4>Autorin</h4><p>Ann Ebb</p>`:                    {"Ann Ebb"},
		head + `<p>Ann Ebb | Senior Writer | July 2, 2025</p>`:     {"Ann Ebb"},
		head + `<p>This is a guest post by Ann Ebb, a sailor.</p>`: {"Ann Ebb"},
		head + `<p>By the sea, all is well.</p>`:                   nil,
		head + `<p>By Ann</p><p>Bo Flood</p>`:                      {"Ann"},
		head + `<p>Von der See kommt viel Wind</p>`:                nil,
		head + strings.Repeat(`<p>text</p>`, 20) + `<p>By Ann Ebb`: nil,

		// A name that begins as bylines do.
		`<meta name=author content="Von Ebb">`:                 {"Von Ebb"},
		`<meta name=author content="Di Ebb, Bo By">`:           {"Di Ebb", "Bo By"},
		`<meta name=author content="Ann Ebb, AP Auto Writer">`: {"Ann Ebb"},
		`<meta name=author content="Staff Writer">`:            {"Staff Writer"},
		`<meta name=author content="Текст: Анна Эбб">`:         {"Анна Эбб"},
		`<meta name=author content="by: Ann Ebb">`:             {"Ann Ebb"},
		`<meta name=author content="Autorin: Ann Ebb">`:        {"Ann Ebb"},
	} {
		assert.Equal(t, want, of(t, source).Authors, "of %s", source)
	}
}

// A page with the bylines of many articles is of none of their authors.
func TestListsHaveNoAuthor(t *testing.T) {
	list := `<title>News</title><h1>News</h1>`
	for i := range 8 {
		list += fmt.Sprintf(`<div><div><h2>Tides</h2></div><p><b class=author>Ann %c</b></p></div>`, 'A'+i)
	}
	assert.Empty(t, of(t, list).Authors)
}

func TestChinese(t *testing.T) {
	const head = `<title>春季潮汐有多高</title><h1>春季潮汐有多高</h1>`
	type said struct {
		authors   []string
		published string
	}
	for source, want := range map[string]said{
		head + `<p>2020年1月2日15:04 来源：海报</p><p>作者：李楠</p>`:                       {[]string{"李楠"}, "2020-01-02T15:04"},
		head + strings.Repeat(`<p>正文。</p>`, 50) + `<p>（记者 李楠 张倩）</p>`:          {[]string{"李楠", "张倩"}, ""},
		head + strings.Repeat(`<p>正文。</p>`, 50) + `<p>海报记者李楠/文</p>`:            {[]string{"李楠"}, ""},
		head + strings.Repeat(`<p>正文。</p>`, 50) + `<p>发表于 2020年1月2日 12:40</p>`: {nil, "2020-01-02T12:40"},
		head + strings.Repeat(`<p>正文。</p>`, 50) + `<p>（责任编辑：格桑边觉）</p>`:         {[]string{"格桑边觉"}, ""},
		head + `<p>责任编辑：李楠</p><p>作者 张倩</p>`:                                    {[]string{"张倩"}, ""},
		head + `<p>记者近日从海港了解到，潮汐很高。</p><p>记者获悉</p>`:                            {},
		`<title>春季潮汐有多高</title><div>春季潮汐有多高</div><div>2020-01-02</div>`:        {nil, "2020-01-02"}, // A heading that is none.
		`<title>Tides</title><p>作者：李楠</p>`:                                     {},
	} {
		m := of(t, source)
		assert.Equal(t, want, said{m.Authors, m.Published}, "of %s", source)
	}
}
