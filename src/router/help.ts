const TAB = 'tab-link-carnet-help-';

/**
 * Shows the help of a page behind WordPress's "Help", beside what holds everywhere, and hides that of the other pages.
 *
 * @param page Page slug.
 */
export function showHelpOf( page: string ) {
	document.querySelectorAll( `li[id^="${ TAB }"]` ).forEach( ( tab ) => {
		const isCurrent = tab.id === `${ TAB }${ page }`;
		tab.toggleAttribute( 'hidden', ! isCurrent && tab.id !== `${ TAB }overview` );
		if ( isCurrent ) {
			// WordPress's own handler shows what belongs to it.
			tab.querySelector( 'a' )?.click();
		}
	} );
}
