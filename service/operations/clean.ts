import type { Config } from '../config/schema';
import { secretsOf } from './secretsOf';

/** Takes out of a text what may not stand in a log. */
export type Clean = (text: string) => string;

/** Numbers with a country code, also as they are written in addresses, and long ones without it. */
const PHONE = /(?:\+|%2B)\d{7,15}|\b\d{9,15}\b/gi;

/** What goes with a way of signing in, whichever secret it is, and passwords in addresses. */
const CREDENTIALS = /\b(?:Bearer|Basic|App) +[\w.~+/=-]{8,}|(?<=:\/\/[^\s:/@]*:)[^\s@]+(?=@)/gi;

const HIDDEN = '***';

/** Hides secrets always, and phones unless the configuration allows them. */
export function makeClean(config: Config): Clean {
	const secrets = secretsOf(config);
	return (text) => {
		const known = secrets.reduce((rest, secret) => rest.replaceAll(secret, HIDDEN), text);
		const signedIn = known.replace(CREDENTIALS, HIDDEN);
		return config.log.personalData ? signedIn : signedIn.replace(PHONE, HIDDEN);
	};
}
