/** What webpack.config.js puts in place of the layouts of DataViews that no screen has. */
export default function NoLayout() {
	return null;
}
