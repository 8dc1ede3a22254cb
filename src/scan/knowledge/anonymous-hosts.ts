/** Where a page, a file or a program can be put without a name that is held to account. */
export type AnonymousPlace =
  /** A page of text that anyone can write and change. */
  | 'paste'
  /** A page of text of somebody with an account: notes, documents, gists. */
  | 'page'
  /** A file of somebody, whatever is in it. */
  | 'share'
  /** An address that says nothing of where it leads. */
  | 'short'
  /** A site that costs nothing and lasts until it is taken down. */
  | 'free';

/** Hosts, by a list of domains between blanks, and all below them. */
export const ends = (hosts: string): RegExp =>
  new RegExp(`(?:^|\\.)(?:${hosts.trim().split(/\s+/).join('|').replaceAll('.', '\\.')})$`);

const PLACES: readonly (readonly [AnonymousPlace, RegExp])[] = [
  [
    'paste',
    ends(`pastebin.com pastebin.pl glot.io paste.ee paste.rs pastes.io pastefy.app hastebin.com
      rentry.co rentry.org rentry.la dpaste.com dpaste.org ghostbin.com ghostbin.co controlc.com
      termbin.com ix.io 0x0.st sprunge.us justpaste.it justpaste.me telegra.ph graph.org bpa.st
      katb.in snippet.host textbin.net notes.io cl1p.net codeshare.io write.as privatebin.net
      privatebin.info nekobin.com paste.centos.org paste.debian.net paste.ubuntu.com fars.ee
      pastebin.ubuntu.com jsfiddle.net codepad.org ideone.com tio.run pst.moe`),
  ],
  ['page', ends('gist.github.com hackmd.io notion.site docs.google.com etherpad.org codimd.org')],
  [
    'share',
    ends(`mega.nz mega.io mediafire.com dropbox.com dropboxusercontent.com drive.google.com
      drive.usercontent.google.com 1drv.ms onedrive.live.com gofile.io catbox.moe anonfiles.com
      pixeldrain.com wetransfer.com we.tl sendspace.com zippyshare.com krakenfiles.com
      workupload.com dropmefiles.com file.io filebin.net transfer.sh temp.sh bashupload.com
      cdn.discordapp.com media.discordapp.net pan.baidu.com lanzou.com lanzoui.com lanzoux.com
      123pan.com alipan.com aliyundrive.com yadi.sk disk.yandex.com disk.yandex.ru terabox.com
      qiwi.gg buzzheavier.com upload.ee uploadfiles.io send.cm 4shared.com tmpfiles.org`),
  ],
  [
    'short',
    ends(`bit.ly tinyurl.com t.co goo.gl is.gd cutt.ly rebrand.ly shorturl.at s.id t.ly ow.ly rb.gy
      tiny.cc v.gd clck.ru han.gl vo.la url.kr me2.do dwz.cn suo.im t.cn buff.ly shorte.st adf.ly
      linktr.ee soo.gd qr.ae surl.li bl.ink`),
  ],
  [
    'free',
    ends(`vercel.app netlify.app pages.dev workers.dev r2.dev github.io gitlab.io onrender.com
      herokuapp.com glitch.me replit.app repl.co fly.dev railway.app web.app firebaseapp.com
      deno.dev pythonanywhere.com surge.sh ngrok-free.app blogspot.com weebly.com wixsite.com
      carrd.co framer.website 000webhostapp.com infinityfreeapp.com neocities.org lovable.app
      bolt.host godaddysites.com webflow.io`),
  ],
];

/** What kind of place a lower-case host is, when everybody can publish there as nobody. */
export function anonymousPlace(host: string): AnonymousPlace | undefined {
  return PLACES.find(([, pattern]) => pattern.test(host))?.[0];
}
