<?php
/**
 * A page of the CRM.
 *
 * @package Carnet
 */

namespace Carnet\Admin;

defined( 'ABSPATH' ) || exit;

/**
 * Prints the frame in which the program draws a screen, in WordPress's own shape: notices of others find their place under the
 * heading, and the heading is there before any script runs.
 */
final class Screen {

	/**
	 * Takes the title.
	 *
	 * @param string $title Translated.
	 */
	public function __construct( private readonly string $title ) {}

	/**
	 * Prints the page.
	 */
	public function render(): void {
		$waiting = Build::exists() ? __( 'Loading…', 'carnet-crm' ) : __( 'The screens are not built yet: run “npm run build” in the folder of the plugin.', 'carnet-crm' );
		?>
		<div class="wrap carnet">
			<h1 class="wp-heading-inline" id="carnet-title" tabindex="-1"><?php echo esc_html( $this->title ); ?></h1>
			<span id="carnet-title-buttons"></span>
			<span id="carnet-bell"></span>
			<hr class="wp-header-end">
			<noscript>
				<div class="notice notice-error inline"><p><?php esc_html_e( 'Carnet CRM needs JavaScript: allow it for this site and load the page again.', 'carnet-crm' ); ?></p></div>
			</noscript>
			<div id="carnet-root" class="hide-if-no-js"><p><?php echo esc_html( $waiting ); ?></p></div>
		</div>
		<?php
	}
}
