/**
 * Names that Windows gives to well-known accounts, by language. Only for hosts where nothing but
 * icacls answers, which prints names. Domain and account are compared together, so an account that
 * somebody calls SYSTEM is none of these.
 */
const NAMES: { readonly [sid: string]: readonly string[] } = {
  'S-1-1-0': ['Everyone', 'Jeder', 'Все', 'Tout le monde', 'Todos', '所有人', '每個人'],
  'S-1-3-0': [
    'CREATOR OWNER',
    'ERSTELLER-BESITZER',
    'СОЗДАТЕЛЬ-ВЛАДЕЛЕЦ',
    'CREATEUR PROPRIETAIRE',
    'CRÉATEUR PROPRIÉTAIRE',
    'PROPIETARIO CREADOR',
    'PROPRIETÁRIO CRIADOR',
  ],
  'S-1-3-4': [
    'OWNER RIGHTS',
    'EIGENTÜMERRECHTE',
    'ПРАВА ВЛАДЕЛЬЦА',
    'DROITS DU PROPRIÉTAIRE',
    'DERECHOS DE PROPIETARIO',
  ],
  'S-1-5-2': [
    'NT AUTHORITY\\NETWORK',
    'NT-AUTORITÄT\\NETZWERK',
    'NT AUTHORITY\\СЕТЬ',
    'AUTORITE NT\\RESEAU',
    'AUTORITE NT\\RÉSEAU',
    'NT AUTHORITY\\RED',
  ],
  'S-1-5-4': [
    'NT AUTHORITY\\INTERACTIVE',
    'NT-AUTORITÄT\\INTERAKTIV',
    'NT AUTHORITY\\ИНТЕРАКТИВНЫЕ',
    'AUTORITE NT\\INTERACTIF',
    'NT AUTHORITY\\INTERACTIVO',
  ],
  'S-1-5-7': [
    'NT AUTHORITY\\ANONYMOUS LOGON',
    'NT-AUTORITÄT\\ANONYMOUS-ANMELDUNG',
    'NT AUTHORITY\\АНОНИМНЫЙ ВХОД',
    'AUTORITE NT\\ANONYMOUS LOGON',
  ],
  'S-1-5-11': [
    'NT AUTHORITY\\Authenticated Users',
    'NT-AUTORITÄT\\Authentifizierte Benutzer',
    'NT AUTHORITY\\Прошедшие проверку',
    'AUTORITE NT\\Utilisateurs authentifiés',
    'NT AUTHORITY\\Usuarios autentificados',
    'NT AUTHORITY\\Usuarios autenticados',
    'AUTORIDADE NT\\Usuários autenticados',
  ],
  'S-1-5-18': [
    'NT AUTHORITY\\SYSTEM',
    'NT-AUTORITÄT\\SYSTEM',
    'NT AUTHORITY\\СИСТЕМА',
    'AUTORITE NT\\Système',
    'AUTORITE NT\\SYSTEM',
    'AUTORIDADE NT\\SISTEMA',
    'NT AUTHORITY\\系统',
  ],
  'S-1-5-32-544': [
    'BUILTIN\\Administrators',
    'VORDEFINIERT\\Administratoren',
    'BUILTIN\\Администраторы',
    'BUILTIN\\Administrateurs',
    'BUILTIN\\Administradores',
  ],
  'S-1-5-32-545': [
    'BUILTIN\\Users',
    'VORDEFINIERT\\Benutzer',
    'BUILTIN\\Пользователи',
    'BUILTIN\\Utilisateurs',
    'BUILTIN\\Usuarios',
    'BUILTIN\\Usuários',
  ],
  'S-1-5-32-546': [
    'BUILTIN\\Guests',
    'VORDEFINIERT\\Gäste',
    'BUILTIN\\Гости',
    'BUILTIN\\Invités',
    'BUILTIN\\Invitados',
  ],
  'S-1-15-2-1': [
    'APPLICATION PACKAGE AUTHORITY\\ALL APPLICATION PACKAGES',
    'ZERTIFIZIERUNGSSTELLE FÜR ANWENDUNGSPAKETE\\ALLE ANWENDUNGSPAKETE',
    'ЦЕНТР ПАКЕТОВ ПРИЛОЖЕНИЙ\\ВСЕ ПАКЕТЫ ПРИЛОЖЕНИЙ',
    "AUTORITÉ DE PACKAGE D'APPLICATION\\TOUS LES PACKAGES D'APPLICATION",
  ],
  'S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464': [
    'NT SERVICE\\TrustedInstaller',
  ],
};

const fold = (name: string) => name.normalize('NFC').toLowerCase();
const SID_OF = new Map(
  Object.entries(NAMES).flatMap(([sid, names]) => names.map((name) => [fold(name), sid] as const)),
);

/** The SID of a well-known account under its full name in one of the languages known here. */
export function sidOfName(name: string): string | undefined {
  return SID_OF.get(fold(name));
}

/** Whether a name is that of the current user, `DOMAIN\user` in full. */
export function isCurrentUser(name: string, env: NodeJS.ProcessEnv): boolean {
  const { USERDOMAIN: domain, USERNAME: user } = env;
  return !!domain && !!user && fold(name) === fold(`${domain}\\${user}`);
}
