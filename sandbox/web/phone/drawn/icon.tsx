import { icon, type IconName } from '../../../../handset/icons';
import { draw } from './draw';

/** Signs that only the page has; the others are the handset's. */
const shapes = {
	airplane: [
		'M21 16v-2l-8-5V4a1.5 1.5 0 0 0-3 0v5l-8 5v2l8-2.5V18l-2.5 2v1.5L11.5 20l4 1.5V20L13 18v-4.5z',
	],
	send: ['M4 12h15', 'M13 5l7 7-7 7'],
	sendUp: ['M12 20V5', 'M5 12l7-7 7 7'],
	close: ['M6 6l12 12M18 6L6 18'],
	more: ['M12 5h.01M12 12h.01M12 19h.01'],
	info: ['M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18z', 'M12 11v5.5', 'M12 7.5h.01'],
	next: ['M9 4l8 8-8 8'],
	block: ['M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18z', 'M5.7 5.7l12.6 12.6'],
	flag: ['M5 21V4', 'M5 4h13l-3 4.5 3 4.5H5'],
	stop: ['M8 3h8l5 5v8l-5 5H8l-5-5V8z', 'M9 12h6'],
	bell: ['M6 16V11a6 6 0 0 1 12 0v5l2 2H4z', 'M10 21h4'],
	phone: ['M7 2h10v20H7z', 'M11 19h2'],
	chat: ['M4 5h16v11H9l-5 4z', 'M8 9h8M8 12h5'],
	lock: ['M6 11h12v9H6z', 'M8.5 11V8a3.5 3.5 0 0 1 7 0v3'],
	camera: ['M3 7h4l2-2h6l2 2h4v12H3z', 'M12 9.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7z'],
	panel: ['M3 5h18v14H3z', 'M15 5v14'],
	hangUp: ['M3 15c0-6 18-6 18 0l-4.5 1-1-3h-7l-1 3z'],
} as const;

export type Sign = IconName | keyof typeof shapes;

const isOwn = (name: Sign): name is keyof typeof shapes => name in shapes;

/** A sign for the eye; one with a label is read out. */
export function Icon({ name, label }: { name: Sign; label?: string }) {
	if (!isOwn(name)) return <>{draw(icon(name, label), () => undefined)}</>;
	return (
		<svg
			class="rcs-icon"
			viewBox="0 0 24 24"
			{...(label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label })}
		>
			{shapes[name].map((d) => (
				<path key={d} d={d} />
			))}
		</svg>
	);
}
