<?php
/**
 * The help tabs of the screens.
 *
 * @package Carnet
 */

namespace Carnet\Admin;

defined( 'ABSPATH' ) || exit;

/**
 * What stands behind "Help" in the corner of a screen: what this screen is for, then what holds on all of them.
 */
final class Help {

	/**
	 * Adds the tabs. All screens have theirs on every page, that of the page first: the program changes screens without a page load
	 * and shows the one that belongs (src/router/help.ts). On `load-{page}`.
	 *
	 * @param string                $page   Slug of the page.
	 * @param array<string, string> $titles The pages that the person may open: slug to title.
	 */
	public static function add( string $page, array $titles ): void {
		$screen = get_current_screen();
		$texts  = self::screens();
		foreach ( array( $page => $titles[ $page ] ) + $titles as $slug => $title ) {
			$screen?->add_help_tab( self::tab( $slug, $title, $texts[ $slug ] ?? array() ) );
		}
		$screen?->add_help_tab( self::tab( 'overview', __( 'Overview', 'carnet-crm' ), self::everywhere() ) );
	}

	/**
	 * A tab.
	 *
	 * @param string       $id    Slug of a page, or what else it is about.
	 * @param string       $title Translated.
	 * @param list<string> $texts Paragraphs, translated.
	 * @return array{id: string, title: string, content: string}
	 */
	private static function tab( string $id, string $title, array $texts ): array {
		return array(
			'id'      => "carnet-help-$id",
			'title'   => $title,
			'content' => implode( '', array_map( static fn( string $text ): string => '<p>' . esc_html( $text ) . '</p>', $texts ) ),
		);
	}

	/**
	 * What each screen is for.
	 *
	 * @return array<string, list<string>> Slug of the page to paragraphs, translated.
	 */
	private static function screens(): array {
		return array(
			Menu::DASHBOARD   => array(
				__( 'The dashboard counts what happened in the period that you choose above it. Every number opens the list it counts, and “How this is counted” says what it is made of.', 'carnet-crm' ),
				__( '“Arrange widgets” removes widgets, brings them back and puts them in order, for you alone.', 'carnet-crm' ),
			),
			'carnet-accounts' => array(
				__( 'An account is a company you work with: a prospect, a customer, a supplier or a partner. Its tabs show its contacts, actions, deals, quotes and tasks, each with their number.', 'carnet-crm' ),
				__( 'What you add on a tab comes with the account filled in.', 'carnet-crm' ),
			),
			'carnet-contacts' => array(
				__( 'A contact is a person, in an account or on their own. A first name, a last name or an email is enough to add one.', 'carnet-crm' ),
				__( 'The type says where someone stands: lead, prospect or customer. The first time a contact gets a type is remembered, so the dashboard knows how many leads became customers.', 'carnet-crm' ),
			),
			'carnet-actions'  => array(
				__( 'An action is what happened or is to happen with someone: a call, an email, a meeting. “Log a past call” asks only with whom and about what.', 'carnet-crm' ),
				__( 'The list begins with your actions of this week; “All” shows everything. The arrow beside “Add action” offers ready-made ones, such as a follow-up in one week.', 'carnet-crm' ),
			),
			'carnet-deals'    => array(
				__( 'A deal is a sale in the making. Click a stage to move it on: the probability follows, until you set one of your own.', 'carnet-crm' ),
				__( '“Won” asks for the signed amount and makes the contact a customer; “Lost” and “Abandoned” ask why. “Reopen” takes any of them back.', 'carnet-crm' ),
			),
			'carnet-quotes'   => array(
				__( 'A quote is one amount, or lines with quantity, price, discount and tax. It gets its number when it is saved, and the number never changes.', 'carnet-crm' ),
				__( 'Once accepted it counts as revenue, and its lines, currency and parties stay as they are: duplicate it to make a new one. “Print” shows it on a sheet, with the legal lines of the settings at its foot.', 'carnet-crm' ),
			),
			'carnet-tasks'    => array(
				__( 'A task is what someone has to do, by a time. The list begins with your open tasks, by due date.', 'carnet-crm' ),
				__( 'A task with a due date can remind its owner up to five times, in the bell beside the title of every screen of the CRM or by email.', 'carnet-crm' ),
			),
			Menu::SETTINGS    => array(
				__( 'Edit the lists of statuses, sources, stages and close reasons here: a new label changes no record. A value in use is only removed together with the one that takes its place.', 'carnet-crm' ),
				__( 'Tags are renamed, merged and deleted on their own tab.', 'carnet-crm' ),
				__( 'Currencies and taxes: what a deal or quote may be in. Quotes keep the rates and numbers they have.', 'carnet-crm' ),
				__( 'Roles: who sees, edits, exports and deletes, and whether only their own records. Modules: what is off disappears, and its data stays.', 'carnet-crm' ),
			),
		);
	}

	/**
	 * What holds on every screen.
	 *
	 * @return list<string> Paragraphs, translated.
	 */
	private static function everywhere(): array {
		return array(
			__( 'Accounts are the companies you work with, contacts the people in them. Actions, deals, quotes and tasks belong to them. Open a record to see what is linked to it and everything that was changed.', 'carnet-crm' ),
			__( 'Nothing is lost: every change can be undone on the History tab, and what goes to the trash can be restored from there.', 'carnet-crm' ),
			__( 'Keyboard: Ctrl+S (⌘S on a Mac) saves the form you are in.', 'carnet-crm' ),
		);
	}
}
