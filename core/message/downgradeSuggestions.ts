import type { Changes } from './changes';
import { codePoints } from './text';
import type { Suggestion } from './types';

/** The suggestions a provider has room for, each as it can carry it. */
export function fitSuggestions(
	path: string,
	suggestions: readonly Suggestion[],
	max: number,
	changes: Changes,
): Suggestion[] {
	const available = suggestions.flatMap((suggestion, i) => {
		const carried = carriedType(`${path}.${i}`, suggestion, changes);
		return carried ? [{ i, suggestion: carried }] : [];
	});
	const dropped = available.length - max;
	if (dropped > 0)
		changes.add(
			path,
			'dropped',
			`What comes after the first ${max} suggestions is left out (${dropped})`,
		);
	const kept = available.slice(0, max);
	changes.keep(
		path,
		suggestions.length,
		kept.map(({ i }) => i),
	);
	return kept.map(({ i, suggestion }) => fit(`${path}.${i}`, suggestion, changes));
}

/** A suggestion of a type the provider has and with an address it takes, if there is one. */
function carriedType(
	path: string,
	suggestion: Suggestion,
	changes: Changes,
): Suggestion | undefined {
	const { displayName, suggestions: types, limits } = changes.profile;
	const lacks = `${displayName} has no suggestion of type "${suggestion.type}"`;
	const instead = types.includes(suggestion.type) ? suggestion : mapSearch(suggestion);
	if (!instead || !types.includes(instead.type)) {
		changes.drop(path, lacks);
		return undefined;
	}
	if (instead.type === 'openUrl' && codePoints(instead.url) > limits.url) {
		changes.drop(path, `Its address is longer than ${limits.url} characters`);
		return undefined;
	}
	if (instead !== suggestion)
		changes.add(path, 'dropped', `${lacks}: it opens a map search instead`);
	return instead;
}

/** A map search by words works in any browser, so that it need not be lost. */
function mapSearch(suggestion: Suggestion): Suggestion | undefined {
	if (suggestion.type !== 'viewLocationQuery') return undefined;
	const { text, postbackData, query } = suggestion;
	if (query.trim() === '') return undefined;
	const words = encodeURIComponent(query.replace(/\p{Surrogate}/gu, ''));
	const url = `https://www.google.com/maps/search/?api=1&query=${words}`;
	return { type: 'openUrl', text, url, ...(postbackData === undefined ? {} : { postbackData }) };
}

function fit(path: string, suggestion: Suggestion, changes: Changes): Suggestion {
	const { limits } = changes.profile;
	const text = changes.cut(`${path}.text`, suggestion.text, limits.suggestionText);
	const labelled = withoutLongPostback(path, { ...suggestion, text }, changes);
	if (labelled.type === 'viewLocation' && labelled.label) {
		const label = changes.cut(`${path}.label`, labelled.label, limits.locationLabel);
		return { ...labelled, label };
	}
	if (labelled.type === 'calendar') {
		const title = changes.cut(`${path}.title`, labelled.title, limits.calendarTitle);
		if (!labelled.description) return { ...labelled, title };
		const at = `${path}.description`;
		const description = changes.cut(at, labelled.description, limits.calendarDescription);
		return { ...labelled, title, description };
	}
	return labelled;
}

/** Half of a postback would be other data, so that the label is sent back instead. */
export function withoutLongPostback<T extends { postbackData?: string }>(
	path: string,
	labelled: T,
	changes: Changes,
): T {
	const { postbackData: limit } = changes.profile.limits;
	if (codePoints(labelled.postbackData ?? '') <= limit) return labelled;
	const at = `${path}.postbackData`;
	const message = `${at} is longer than ${limit} characters: a tap sends back the label instead`;
	changes.add(at, 'dropped', message);
	const fitted = { ...labelled };
	delete fitted.postbackData;
	return fitted;
}
