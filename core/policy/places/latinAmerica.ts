import type { Area } from './northAmerica';

/** Where the first two digits of a number tell its time zone; elsewhere people have to be taken as anywhere. */
export const latinAmerica: readonly Area[] = [
	brazil(['America/Sao_Paulo'], '11 12 13 14 15 16 17 18 19 21 22 24 27 28 31 32 33 34 35 37 38'),
	brazil(['America/Sao_Paulo'], '41 42 43 44 45 46 47 48 49 51 53 54 55 61 62 63 64 71 73 74 75'),
	brazil(['America/Sao_Paulo'], '77 79 82 83 84 85 86 87 88 89 91 93 94 96 98 99'),
	brazil(['America/Sao_Paulo', 'America/Noronha'], '81'),
	brazil(['America/Cuiaba'], '65 66'),
	brazil(['America/Campo_Grande'], '67'),
	brazil(['America/Rio_Branco'], '68'),
	brazil(['America/Porto_Velho'], '69'),
	brazil(['America/Manaus'], '92'),
	brazil(['America/Manaus', 'America/Rio_Branco'], '97'),
	brazil(['America/Boa_Vista'], '95'),
	{ region: 'MX', zones: ['America/Mexico_City'], areaCodes: '33 55 56 81' },
];

function brazil(zones: readonly string[], areaCodes: string): Area {
	return { region: 'BR', zones, areaCodes };
}
