package page

import (
	"unicode/utf8"

	"tidemark/core/internal/ascii"
	"tidemark/core/internal/dom"
)

// emojiClasses are those of images that stand for a character, which is their alternative text, or its name between colons.
var emojiClasses = map[string]bool{
	"emoji":           true, // GitHub, Discourse, Twemoji, Zulip, NodeBB, Flarum
	"Emoji":           true, // Twitter
	"twemoji":         true, // Material for MkDocs, Misskey
	"emojione":        true, // EmojiOne, Mastodon
	"custom-emoji":    true, // Mastodon
	"joypixels":       true, // JoyPixels
	"c-emoji":         true, // Slack
	"g-emoji":         true, // GitHub
	"gl-emoji":        true, // GitLab
	"wp-smiley":       true, // WordPress
	"wp-emoji":        true,
	"emoticon":        true, // Jira, Confluence, Mattermost
	"EmojiInsert":     true, // Outlook on the web
	"smiley":          true, // DokuWiki, SMF
	"smilies":         true, // phpBB
	"smilie":          true, // XenForo, MyBB
	"bbc_emoticon":    true, // Invision Community
	"mce-emoticon":    true,
	"emojiIcon":       true,
	"emoji-icon":      true,
	"post-emoji":      true,
	"markdown-emoji":  true,
	"emoji_img":       true,
	"icon-emoji":      true,
	"inline-emoji":    true,
	"reaction-emoji":  true,
	"discord-emoji":   true,
	"d-emoji":         true, // DiscordChatExporter
	"chatlog__emoji":  true,
	"telegram-emoji":  true,
	"custom-emoticon": true,
}

// isEmoji reports whether an image stands for a character, which is its alternative text.
func (p *Page) isEmoji(id dom.ID) bool {
	alt := p.doc.Value(id, dom.AttrAlt)
	if alt == "" {
		return false
	}
	if isEmojiText(alt) || isShortcode(alt) {
		return true
	}
	return p.saysClass(id, emojiClass)
}

// isShortcode reports whether text is the name of an emoji between colons.
func isShortcode(text string) bool {
	if len(text) < 3 || len(text) > longestShortcode || text[0] != ':' || text[len(text)-1] != ':' {
		return false
	}
	for i := 1; i < len(text)-1; i++ {
		if c := text[i]; !ascii.IsAlnum(c) && c != '_' && c != '-' && c != '+' {
			return false
		}
	}
	return true
}

const longestShortcode, longestEmoji = 64, 64

// isEmojiText reports whether text is nothing but emoji.
// https://www.unicode.org/reports/tr51/#Emoji_Properties
func isEmojiText(text string) bool {
	if text[0] < utf8.RuneSelf && text[0] > '9' || len(text) > longestEmoji {
		return false
	}
	pictures := 0
	for _, c := range text {
		switch {
		case c >= 0x1F000 && c <= 0x1FAFF, c >= 0x2600 && c <= 0x27BF, c >= 0x2B00 && c <= 0x2BFF, c >= 0x2300 && c <= 0x23FF, c == 0x20E3:
			pictures++ // The last ends a keycap.
		case c == 0x200D, c == 0xFE0F, c == 0xFE0E, c >= 0xE0020 && c <= 0xE007F:
		case ascii.IsDigit(byte(c)) && c < utf8.RuneSelf, c == '#', c == '*':
		default:
			return false
		}
	}
	return pictures > 0
}
