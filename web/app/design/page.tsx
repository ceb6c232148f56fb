export default function DesignPage() {
  return <div className="page-width py-10"><h1 className="text-hero">What would you do with an hour? Dvořák</h1></div>;
}
