/** Words of sites in languages beside English, for whole lines: letters' case and signs at the end do not count. */

const wordsOf = (words: string): ReadonlySet<string> => new Set(words.split('|'));

const buttons = wordsOf(
  'accept all|accept|reject|reject all|decline|manage cookies|cookie settings|we use cookies|' +
    'zum inhalt springen|zum inhalt|alle akzeptieren|akzeptieren|ablehnen|alle ablehnen|einstellungen|wir verwenden cookies|abonnieren|über uns|datenschutzerklärung|nutzungsbedingungen|agb|' +
    "aller au contenu|tout accepter|tout refuser|accepter|refuser|paramétrer|nous utilisons des cookies|s'abonner|s’abonner|se connecter|partager|politique de confidentialité|qui sommes-nous|à propos|conditions d'utilisation|" +
    'saltar al contenido|ir al contenido|menú|aceptar todas|aceptar todo|aceptar|rechazar|rechazar todo|rechazar todas|configurar|usamos cookies|utilizamos cookies|compartir|política de privacidad|aviso legal|quiénes somos|contacto|política de cookies|entrar|' +
    'pular para o conteúdo|ir para o conteúdo|saltar para o conteúdo|início|aceitar todos|aceitar tudo|aceitar|rejeitar|rejeitar tudo|recusar|usamos cookies|assine|assinar|iniciar sessão|compartilhar|partilhar|política de privacidade|termos de uso|quem somos|fale conosco|contato|contacto|imprimir|' +
    'vai al contenuto|salta al contenuto|accetta tutti|accetta|rifiuta|rifiuta tutti|personalizza|utilizziamo i cookie|usiamo i cookie|abbonati|accedi|registrati|cerca|chiudi|stampa|condividi|informativa sulla privacy|chi siamo|contatti|note legali|termini e condizioni|' +
    'przejdź do treści|strona główna|akceptuj wszystkie|akceptuję|zaakceptuj wszystkie|odrzuć|odrzuć wszystkie|ustawienia|używamy plików cookie|prenumerata|prenumeruj|subskrybuj|zaloguj się|zaloguj|zarejestruj się|szukaj|zamknij|drukuj|udostępnij|polityka prywatności|regulamin|o nas|kontakt|redakcja|' +
    'перейти к содержанию|перейти к содержимому|меню|принять все|принять|отклонить|настроить|мы используем файлы cookie|мы используем cookie|подписаться|регистрация|закрыть|печать|распечатать|поделиться|вконтакте|телеграм|одноклассники|политика конфиденциальности|пользовательское соглашение|о нас|контакты|редакция|' +
    '跳到内容|跳至内容|跳转到内容|菜单|全部接受|接受全部|接受|拒绝|全部拒绝|我们使用cookie|我们使用cookies|订阅|分享|微信|微博|朋友圈|收藏|隐私政策|使用条款|关于我们|联系我们|' +
    '本文へスキップ|コンテンツへスキップ|本文へ|メニュー|ホーム|トップ|検索|閉じる|購読|ログイン|会員登録|すべて許可|すべて同意|同意する|拒否|拒否する|すべて拒否|設定|クッキーを使用しています|cookieを使用しています|シェア|シェアする|ツイート|ポスト|印刷|プライバシーポリシー|利用規約|お問い合わせ|運営会社|会社概要|サイトマップ',
);

const advertisements = wordsOf(
  'publicidade|anúncio|patrocinado|reklama|artykuł sponsorowany|広告|スポンサーリンク',
);

const listHeads = wordsOf(
  'meistgelesen|am meisten gelesen|beliebte artikel|neueste artikel|' +
    'les plus lus|à la une|lo más leído|lo más visto|más leídas|últimas noticias|' +
    'mais lidas|mais lidos|as mais lidas|mais vistos|últimas notícias|notícias relacionadas|veja também|leia também|' +
    'i più letti|le più lette|più letti|più lette|potrebbe interessarti|articoli recenti|' +
    'najczęściej czytane|najpopularniejsze|popularne|zobacz też|zobacz także|polecane|podobne artykuły|najnowsze|' +
    'самое читаемое|популярное|самое популярное|последние новости|смотрите также|по теме|' +
    '人気記事|関連記事|おすすめ記事|最新記事|新着記事|ランキング|アクセスランキング|热门文章|热门新闻|最新文章|推荐文章',
);

const commentHeads = wordsOf(
  'schreibe einen kommentar|kommentar verfassen|laisser un commentaire|laissez un commentaire|deja un comentario|' +
    'deixe um comentário|deixe seu comentário|comentários|lascia un commento|dodaj komentarz|komentarze|skomentuj|' +
    'оставить комментарий|оставьте комментарий|написать комментарий|コメントを書く|コメントを残す|コメントする|コメント|发表评论|评论',
);

const noPublication =
  /^(?:ihre e-?mail-adresse wird nicht|deine e-?mail-adresse wird nicht|votre adresse (?:e-?mail|de messagerie) ne sera|tu dirección de correo(?: electrónico)? no será|su dirección de correo(?: electrónico)? no será|o seu endereço de e-?mail não será|o seu e-?mail não será|seu endereço de e-?mail não será|il tuo indirizzo e-?mail non sarà|twój adres e-?mail nie zostanie|ваш адрес (?:e-?mail|электронной почты) не будет|您的(?:邮箱|电子邮箱|电子邮件)地址不会|メールアドレスが公開される)/iu;

/** A consent notice speaks of cookies and of what one may do about them, or of the site that sets them. */
const cookies = /cookies?(?!\p{Script=Latin})|クッキー/iu;
const consent =
  /(?<!\p{L})(?:website|webseite|akzeptieren|zustimm\p{L}*|auswählen|accepter|refuser|choisir|sitio|aceptar\p{L}*|elegir|sito|accettar\p{L}*|scegliere|navigazione|aceitar|escolher|strona|stron[yęi]|zaakceptować|akceptuj\p{L}*|wybrać|сайт\p{L}*|принять|выбрать|согласи\p{L}*)(?!\p{L})|サイト|サービス|許可|同意|接受|网站|体验/iu;

const readAlso =
  /^(?:czytaj (?:też|także|również|więcej)|przeczytaj (?:też|także)|zobacz (?:też|także)|leia (?:também|mais)|veja também|leggi (?:anche|tutto)|lea también|le[ée] también|lee más|あわせて読みたい|関連記事|関連|続きを読む|相关阅读)\s*[:：»>→]/iu;

const tail = /[\s:：.!…()（）\d]+$/u;

const plain = (text: string): string => text.toLowerCase().replace(tail, '');

/** Buttons, menus and links of a site's frame. */
export const isButton = (text: string): boolean => buttons.has(plain(text));
export const isAdvertisementHead = (text: string): boolean => advertisements.has(plain(text));
export const isListHead = (text: string): boolean => listHeads.has(plain(text));
export const isCommentHead = (text: string): boolean =>
  commentHeads.has(plain(text)) || noPublication.test(text);
export const isCookieNotice = (text: string): boolean => cookies.test(text) && consent.test(text);
export const isReadAlso = (text: string): boolean => readAlso.test(text);
