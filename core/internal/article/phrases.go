package article

import (
	"strings"
	"sync"
)

// subject is what a word of a short text is mostly about, where it is not about what the page is about.
type subject uint8

const (
	legal subject = iota
	social
	related
	discussion
	account
	subscription
	navigation
	byline
	advert
	commerce
	dates
	subjects
)

// phrases are words by which pages speak of themselves, in the languages of most pages. The table is made for the first page of which the content
// is asked.
var phrases = sync.OnceValue(func() map[string]subject {
	table := map[string]subject{}
	for s, words := range map[subject]string{
		legal: `copyright rights reserved privacy terms cookie cookies gdpr consent disclaimer imprint legal policy trademarks
			impressum datenschutz agb nutzungsbedingungen rechte vorbehalten mentions légales confidentialité privacidad derechos
			reservados condiciones riservati diritti privacidade voorwaarden права защищены 版权 隐私 免责 声明 著作`,
		social: `share tweet facebook twitter instagram whatsapp pinterest linkedin youtube tiktok telegram reddit follow tumblr
			teilen folgen partager suivez compartir condividi compartilhar delen xing rss mastodon bluesky print 分享 微信 微博`,
		related: `related similar recommended recommendations popular latest trending also more recent featured read continue
			ähnliche verwandte beliebt neueste mehr auch weitere weiterlesen lesen articles posts stories similaires lire aussi plus
			relacionados relacionadas más noticias leer altri articoli leggi lees ook meer похожие также читайте 相关 推荐 热门 更多 阅读`,
		discussion: `comment comments reply replies respond discussion leave kommentar kommentare kommentieren antworten commentaires
			commentaire répondre comentarios comentario responder commenti commento reacties комментарии ответить 评论 回复 留言`,
		account: `login log signin sign register account password forgot member logout anmelden registrieren konto einloggen passwort
			connexion compte inscription iniciar sesión cuenta accedi registrati inloggen войти регистрация 登录 注册 账号`,
		subscription: `subscribe newsletter subscription email e-mail inbox signup unsubscribe notifications abonnieren abonner abonnez
			suscríbete suscribirse boletín iscriviti abonneren подписаться 订阅 关注`,
		navigation: `home menu search next previous prev back top page skip navigation content close open toggle sitemap contact about
			startseite suche suchen zurück weiter nach oben kontakt über seite accueil recherche rechercher suivant précédent retour
			inicio buscar siguiente anterior volver contacto zoeken vorige volgende главная поиск 首页 搜索 上一 下一 返回`,
		byline: `by posted published updated author authors written editor tags tag tagged category categories filed under min ago
			views minutes edited von veröffentlicht aktualisiert autor autorin redaktion kategorie kategorien schlagwörter par publié auteur
			por publicado publicada etiquetas categoría di scritto da pubblicato door geplaatst автор опубликовано 来源 作者 编辑 责任 记者 发布 时间`,
		advert: `advertisement advertisements sponsored promoted ad ads sponsor anzeige werbung publicité publicidad pubblicità advertentie реклама 广告`,
		commerce: `cart basket checkout buy wishlist shipping delivery price add quantity stock sale discount order reviews rating
			warenkorb kaufen versand lieferung preis panier acheter carrito comprar envío 购买 价格`,
		dates: `january february march april may june july august september october november december jan feb mar apr jun jul aug sep
			sept oct nov dec monday tuesday wednesday thursday friday saturday sunday januar februar märz mai juni juli oktober dezember
			janvier février mars avril juin juillet août septembre octobre novembre décembre enero febrero marzo abril mayo junio julio
			agosto septiembre octubre noviembre diciembre`,
	} {
		for word := range strings.FieldsSeq(words) {
			table[word] = s
		}
	}
	return table
})
