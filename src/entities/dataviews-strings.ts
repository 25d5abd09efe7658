/* eslint-disable @wordpress/i18n-translator-comments -- the words of DataViews, kept as they are: tags and placeholders stay. */
import { addFilter } from '@wordpress/hooks';
import { __, _x } from '@wordpress/i18n';

/**
 * The bundled DataViews asks for its words without a text domain, and WordPress loads no translation for them. These
 * stand in where the site has none. `npm run translate` finds them here like any string of ours.
 */
const STRINGS = new Map< string, () => string >( [
	[ '%1$s, %2$s', () => __( '%1$s, %2$s', 'carnet-crm' ) ],
	[ '%s, selected', () => __( '%s, selected', 'carnet-crm' ) ],
	[ '(no title)', () => __( '(no title)', 'carnet-crm' ) ],
	[
		'<Name>%1$s between (inc): </Name><Value>%2$s and %3$s</Value>',
		() => __( '<Name>%1$s between (inc): </Name><Value>%2$s and %3$s</Value>', 'carnet-crm' ),
	],
	[
		'<Name>%1$s includes all: </Name><Value>%2$s</Value>',
		() => __( '<Name>%1$s includes all: </Name><Value>%2$s</Value>', 'carnet-crm' ),
	],
	[
		'<Name>%1$s includes: </Name><Value>%2$s</Value>',
		() => __( '<Name>%1$s includes: </Name><Value>%2$s</Value>', 'carnet-crm' ),
	],
	[
		'<Name>%1$s is after: </Name><Value>%2$s</Value>',
		() => __( '<Name>%1$s is after: </Name><Value>%2$s</Value>', 'carnet-crm' ),
	],
	[
		'<Name>%1$s is before: </Name><Value>%2$s</Value>',
		() => __( '<Name>%1$s is before: </Name><Value>%2$s</Value>', 'carnet-crm' ),
	],
	[
		'<Name>%1$s is greater than or equal to: </Name><Value>%2$s</Value>',
		() => __( '<Name>%1$s is greater than or equal to: </Name><Value>%2$s</Value>', 'carnet-crm' ),
	],
	[
		'<Name>%1$s is in the past: </Name><Value>%2$s</Value>',
		() => __( '<Name>%1$s is in the past: </Name><Value>%2$s</Value>', 'carnet-crm' ),
	],
	[
		'<Name>%1$s is less than or equal to: </Name><Value>%2$s</Value>',
		() => __( '<Name>%1$s is less than or equal to: </Name><Value>%2$s</Value>', 'carnet-crm' ),
	],
	[
		'<Name>%1$s is none of: </Name><Value>%2$s</Value>',
		() => __( '<Name>%1$s is none of: </Name><Value>%2$s</Value>', 'carnet-crm' ),
	],
	[
		'<Name>%1$s is on or after: </Name><Value>%2$s</Value>',
		() => __( '<Name>%1$s is on or after: </Name><Value>%2$s</Value>', 'carnet-crm' ),
	],
	[
		'<Name>%1$s is over: </Name><Value>%2$s</Value>',
		() => __( '<Name>%1$s is over: </Name><Value>%2$s</Value>', 'carnet-crm' ),
	],
	[
		'<Name>%1$s is: </Name><Value>%2$s</Value>',
		() => __( '<Name>%1$s is: </Name><Value>%2$s</Value>', 'carnet-crm' ),
	],
	[ 'Actions', () => __( 'Actions', 'carnet-crm' ) ],
	[ 'Add filter', () => __( 'Add filter', 'carnet-crm' ) ],
	[ 'After', () => __( 'After', 'carnet-crm' ) ],
	[ 'After (inc)', () => __( 'After (inc)', 'carnet-crm' ) ],
	[ 'Appearance', () => __( 'Appearance', 'carnet-crm' ) ],
	[ 'Before', () => __( 'Before', 'carnet-crm' ) ],
	[ 'Between (inc)', () => __( 'Between (inc)', 'carnet-crm' ) ],
	[ 'Clear', () => __( 'Clear', 'carnet-crm' ) ],
	[ 'Clear all', () => __( 'Clear all', 'carnet-crm' ) ],
	[ 'Close', () => __( 'Close', 'carnet-crm' ) ],
	[ 'Conditions', () => __( 'Conditions', 'carnet-crm' ) ],
	[ 'Current page', () => __( 'Current page', 'carnet-crm' ) ],
	[ 'Custom', () => __( 'Custom', 'carnet-crm' ) ],
	[ 'Date', () => __( 'Date', 'carnet-crm' ) ],
	[ 'Date calendar', () => __( 'Date calendar', 'carnet-crm' ) ],
	[ 'Date range calendar', () => __( 'Date range calendar', 'carnet-crm' ) ],
	[ 'Days', () => __( 'Days', 'carnet-crm' ) ],
	[ 'Days ago', () => __( 'Days ago', 'carnet-crm' ) ],
	[ 'Density', () => __( 'Density', 'carnet-crm' ) ],
	[ 'Deselect all', () => __( 'Deselect all', 'carnet-crm' ) ],
	[ 'Filter by: %1$s', () => __( 'Filter by: %1$s', 'carnet-crm' ) ],
	[ 'From', () => __( 'From', 'carnet-crm' ) ],
	[ 'Greater than or equal', () => __( 'Greater than or equal', 'carnet-crm' ) ],
	[ 'Hide column', () => __( 'Hide column', 'carnet-crm' ) ],
	[ 'In the past', () => __( 'In the past', 'carnet-crm' ) ],
	[ 'Includes', () => __( 'Includes', 'carnet-crm' ) ],
	[ 'Includes all', () => __( 'Includes all', 'carnet-crm' ) ],
	[ 'Insert left', () => __( 'Insert left', 'carnet-crm' ) ],
	[ 'Insert right', () => __( 'Insert right', 'carnet-crm' ) ],
	[ 'Is', () => __( 'Is', 'carnet-crm' ) ],
	[ 'Is none of', () => __( 'Is none of', 'carnet-crm' ) ],
	[ 'Items per page', () => __( 'Items per page', 'carnet-crm' ) ],
	[ 'Last 30 days', () => __( 'Last 30 days', 'carnet-crm' ) ],
	[ 'Last 7 days', () => __( 'Last 7 days', 'carnet-crm' ) ],
	[ 'Last year', () => __( 'Last year', 'carnet-crm' ) ],
	[ 'Less than or equal', () => __( 'Less than or equal', 'carnet-crm' ) ],
	[ 'List of: %1$s', () => __( 'List of: %1$s', 'carnet-crm' ) ],
	[ 'Max.', () => __( 'Max.', 'carnet-crm' ) ],
	[ 'Min.', () => __( 'Min.', 'carnet-crm' ) ],
	[ 'Month to date', () => __( 'Month to date', 'carnet-crm' ) ],
	[ 'Months', () => __( 'Months', 'carnet-crm' ) ],
	[ 'Months ago', () => __( 'Months ago', 'carnet-crm' ) ],
	[ 'Move left', () => __( 'Move left', 'carnet-crm' ) ],
	[ 'Move right', () => __( 'Move right', 'carnet-crm' ) ],
	[ 'Navigation bar', () => __( 'Navigation bar', 'carnet-crm' ) ],
	[ 'Next month', () => __( 'Next month', 'carnet-crm' ) ],
	[ 'Next page', () => __( 'Next page', 'carnet-crm' ) ],
	[ 'No elements found', () => __( 'No elements found', 'carnet-crm' ) ],
	[ 'No results', () => __( 'No results', 'carnet-crm' ) ],
	[ 'No results found', () => __( 'No results found', 'carnet-crm' ) ],
	[ 'On', () => __( 'On', 'carnet-crm' ) ],
	[ 'Optional', () => __( 'Optional', 'carnet-crm' ) ],
	[ 'Order', () => __( 'Order', 'carnet-crm' ) ],
	[ 'Over', () => __( 'Over', 'carnet-crm' ) ],
	[ 'Page %1$d of %2$d', () => __( 'Page %1$d of %2$d', 'carnet-crm' ) ],
	[ 'Past month', () => __( 'Past month', 'carnet-crm' ) ],
	[ 'Past week', () => __( 'Past week', 'carnet-crm' ) ],
	[ 'Previous month', () => __( 'Previous month', 'carnet-crm' ) ],
	[ 'Previous page', () => __( 'Previous page', 'carnet-crm' ) ],
	[ 'Properties', () => __( 'Properties', 'carnet-crm' ) ],
	[ 'Remove', () => __( 'Remove', 'carnet-crm' ) ],
	[ 'Required', () => __( 'Required', 'carnet-crm' ) ],
	[ 'Reset', () => __( 'Reset', 'carnet-crm' ) ],
	[ 'Reset view', () => __( 'Reset view', 'carnet-crm' ) ],
	[ 'Search', () => __( 'Search', 'carnet-crm' ) ],
	[ 'Search items', () => __( 'Search items', 'carnet-crm' ) ],
	[ 'Select all', () => __( 'Select all', 'carnet-crm' ) ],
	[ 'Sort ascending', () => __( 'Sort ascending', 'carnet-crm' ) ],
	[ 'Sort by', () => __( 'Sort by', 'carnet-crm' ) ],
	[ 'Sort descending', () => __( 'Sort descending', 'carnet-crm' ) ],
	[
		'The max. value must be greater than the min. value.',
		() => __( 'The max. value must be greater than the min. value.', 'carnet-crm' ),
	],
	[ 'To', () => __( 'To', 'carnet-crm' ) ],
	[ 'Today', () => __( 'Today', 'carnet-crm' ) ],
	[ 'Today, %s', () => __( 'Today, %s', 'carnet-crm' ) ],
	[ 'Today, %s, selected', () => __( 'Today, %s, selected', 'carnet-crm' ) ],
	[ 'Unit', () => __( 'Unit', 'carnet-crm' ) ],
	[ 'Unknown status for %1$s', () => __( 'Unknown status for %1$s', 'carnet-crm' ) ],
	[ 'Weeks', () => __( 'Weeks', 'carnet-crm' ) ],
	[ 'Weeks ago', () => __( 'Weeks ago', 'carnet-crm' ) ],
	[ 'Year to date', () => __( 'Year to date', 'carnet-crm' ) ],
	[ 'Years', () => __( 'Years', 'carnet-crm' ) ],
	[ 'Years ago', () => __( 'Years ago', 'carnet-crm' ) ],
	[ 'Yesterday', () => __( 'Yesterday', 'carnet-crm' ) ],
] );

const IN_CONTEXT = new Map< string, () => string >( [
	[ 'Balanced', () => _x( 'Balanced', 'Density option for DataView layout', 'carnet-crm' ) ],
	[ 'Comfortable', () => _x( 'Comfortable', 'Density option for DataView layout', 'carnet-crm' ) ],
	[ 'Compact', () => _x( 'Compact', 'Density option for DataView layout', 'carnet-crm' ) ],
	[ 'Filter', () => _x( 'Filter', 'verb', 'carnet-crm' ) ],
	[ 'View options', () => _x( 'View options', 'View is used as a noun', 'carnet-crm' ) ],
	[
		'<div>Page</div>%1$s<div>of %2$d</div>',
		() => _x( '<div>Page</div>%1$s<div>of %2$d</div>', 'paging', 'carnet-crm' ),
	],
] );

/** Puts the words of the bundled DataViews into the reader's language. Before its chunk is loaded. */
export function translateDataViews() {
	addFilter( 'i18n.gettext_default', 'carnet/dataviews-strings', ( translation: string, text: string ) =>
		translation === text ? ( STRINGS.get( text )?.() ?? translation ) : translation
	);
	addFilter(
		'i18n.gettext_with_context_default',
		'carnet/dataviews-strings',
		( translation: string, text: string ) =>
			translation === text ? ( IN_CONTEXT.get( text )?.() ?? translation ) : translation
	);
}
