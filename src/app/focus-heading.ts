/** Gives the focus to the heading of the screen: after a change of screen, and when what had it is gone. */
export function focusHeading() {
	document.getElementById( 'carnet-title' )?.focus( { preventScroll: true } );
}
